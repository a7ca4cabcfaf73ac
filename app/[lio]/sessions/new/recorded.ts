import type { KeptOrRecorded } from "@/lib/sessions/form/commands"
import { kindInWords, namesInWords } from "@/lib/sessions/words"
import { formatMinutes, say } from "@/lib/words"

const draftAddress = (lio: string, form: string) => {
  const group = form.split(":")[1]
  return `/${lio}/sessions/new${group ? `?group=${group}` : ""}`
}

/** Where the form leads, and what it says there: back to the group it came from, or on to the next session. */
export function recorded(result: KeptOrRecorded, { lio }: { lio: string }) {
  if (!result.session) {
    const links = [{ label: say("Continue"), href: draftAddress(lio, result.form) }]
    return {
      to: `/${lio}/home`,
      banner: { text: say("Kept your unfinished session"), kind: "note" as const, links },
    }
  }
  const { session, from, button, kind, on } = result
  const again = `/${lio}/sessions/new?${new URLSearchParams({ kind, ...(on ? { on } : {}) })}`
  const names = namesInWords([
    ...session.groups.map((group) => group.name),
    ...session.enquiries.map((enquiry) => enquiry.name),
  ])
  const step = session.step ? ` ${say("Task added: {what}.", { what: session.step.what })}` : ""
  return {
    to: button === "another" ? again : from ? `/${lio}/groups/${from}` : `/${lio}/sessions`,
    banner: {
      text: say("Saved: {sessionKinds} with {names}, {minutes}.{step}", {
        sessionKinds: session.type ?? kindInWords(session).toLowerCase(),
        names,
        minutes: formatMinutes(session.minutes),
        step,
      }),
      links: [
        { label: say("View"), href: `/${lio}/sessions/${session.id}` },
        ...session.enquiries.map(({ id }) => ({
          label: say("Their enquiry"),
          href: `/${lio}/enquiries/${id}`,
        })),
        { label: say("Add a need you heard"), href: `/${lio}/needs/new?session=${session.id}` },
        ...(button === "another" ? [] : [{ label: say("Record another"), href: `/${lio}/sessions/new` }]),
      ],
      undo: { what: "session" as const, id: session.id },
    },
  }
}
