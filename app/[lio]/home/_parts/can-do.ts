import type { MemberHome } from "@/lib/home/queries"
import { byNumber, plural } from "@/lib/words"

/** Something that members can do here: its name, a line about it, where it is. */
type CanDo = { label: string; about: string; path: string }

/** The newest thing that somebody's groups had a say in, and how far it has come. */
function newestOutcome({ outcomes: [newest] }: MemberHome) {
  if (!newest) return "Where your answers went, and what was decided."
  const said =
    newest.outcome ?? (newest.repliedOn ? `${newest.body} has replied.` : `Now with ${newest.body}.`)
  return `The latest: ${newest.title.replace(/[.?!]$/, "")}. ${said}`
}

/** Everything that members can do, in the order of the navigation, then what is further away. */
export function canDo(home: MemberHome): CanDo[] {
  const { several, waiting, entries, services } = home
  const group = several ? "groups" : "group"
  return [
    {
      label: "Our answers",
      about:
        waiting.length > 0
          ? `${plural(waiting.length, "consultation")} to answer, and the answers you’ve sent.`
          : "The answers you’ve sent, and what everybody said.",
      path: "consultations",
    },
    { label: "What came of it", about: newestOutcome(home), path: "outcomes" },
    {
      label: `Our ${group}`,
      about: "Your details, your people and your membership. You can change them here.",
      path: "groups",
    },
    { label: "Networks", about: "Talk to groups like yours.", path: "networks" },
    ...(entries > 0
      ? [
          {
            label: "Directory",
            about: `${plural(entries, "local group")}, and how to reach ${byNumber(entries, "it", "them")}.`,
            path: "directory",
          },
        ]
      : []),
    ...(services > 0
      ? [{ label: `How we can help your ${group}`, about: "Advice, training and more.", path: "services" }]
      : []),
    { label: "Your emails", about: "Choose which emails you get, and how often.", path: "preferences" },
    { label: "Search", about: "Find a consultation, a network or a group by name.", path: "search" },
  ]
}
