import { formOf } from "@/app/_http/asked"
import { fromForm } from "@/app/_http/form-data"
import { route } from "@/app/_http/route"
import { keepTypedReport } from "@/lib/partnerships/reports/commands"
import { typedReportInput } from "@/lib/partnerships/reports/input"

/** Keeps what was typed into a report so far: sent while typing, and as the page is left. */
export const POST = route({
  says: "json",
  most: 200_000,
  input: async (requested) => {
    const form = await formOf(requested)
    return typedReportInput.parse({ ...fromForm(form), key: form.get("_key") ?? undefined })
  },
  work: (ctx, typed, { params: { id = "" } }) => keepTypedReport(ctx, id, typed),
  answer: () => new Response(null, { status: 204 }),
})
