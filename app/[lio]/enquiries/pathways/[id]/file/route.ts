import { download } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { asFile, getPathway } from "@/lib/enquiries/pathways/queries"

/** A pathway as a JSON file, to keep or to give to another organisation. */
export const GET = route({
  back: ({ lio }) => `/${lio}/enquiries/pathways`,
  work: (ctx, _, { params: { id = "" } }) => getPathway(ctx, id),
  answer: (pathway) =>
    download(Buffer.from(asFile(pathway)), { name: "pathway.json", type: "application/json" }),
})
