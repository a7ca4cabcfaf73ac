import type { MemberHome } from "@/lib/home/queries"
import { formatMoment, say, sayCount } from "@/lib/words"

/** Something that members can do here: its name, a line about it, where it is. */
type CanDo = { label: string; about: string; path: string }

/** The newest thing that somebody's groups had a say in, and how far it has come. */
function newestOutcome({ outcomes: [newest] }: MemberHome) {
  if (!newest) return say("Where your answers went, and what was decided.")
  const said =
    newest.outcome ??
    (newest.repliedOn
      ? say("{body} has replied.", { body: newest.body ?? "" })
      : say("Now with {body}.", { body: newest.body ?? "" }))
  return say("The latest: {newest}. {said}", { newest: newest.title.replace(/[.?!]$/, ""), said })
}

/** Everything that members can do, in the order of the navigation, then what is further away. */
export function canDo(home: MemberHome): CanDo[] {
  const { several, waiting, entries, services } = home
  const group = several ? "groups" : "group"
  return [
    {
      label: say("Our answers"),
      about:
        waiting.length > 0
          ? sayCount(waiting.length, {
              one: "{count} consultation to answer, and the answers you’ve sent.",
              other: "{count} consultations to answer, and the answers you’ve sent.",
            })
          : say("The answers you’ve sent, and what everybody said."),
      path: "consultations",
    },
    { label: say("What came of it"), about: newestOutcome(home), path: "outcomes" },
    {
      label: say("Our {group}", { group }),
      about: say("Your details, your people and your membership. You can change them here."),
      path: "groups",
    },
    { label: say("Networks"), about: say("Talk to groups like yours."), path: "networks" },
    ...(home.opportunities > 0
      ? [
          {
            label: say("Opportunities"),
            about: sayCount(home.opportunities, {
              one: "{count} contract that a public body wants to place, and who could bid for it with you.",
              other:
                "{count} contracts that public bodies want to place, and who could bid for them with you.",
            }),
            path: "opportunities",
          },
        ]
      : []),
    ...(home.sits > 0
      ? [
          {
            label: say("Your boards"),
            about: say("The boards where you speak for groups: meetings, briefs and your reports."),
            path: "representing",
          },
        ]
      : []),
    ...home.nominating.map((one) => ({
      label: say("Put somebody forward"),
      about: say("{title}. Nominations are open until {until}.", {
        title: one.title.replace(/[.?!]$/, ""),
        until: formatMoment(one.until),
      }),
      path: `elections/${one.electionId}`,
    })),
    ...(home.boards
      ? [
          {
            label: say("Who speaks for groups"),
            about: say("On which boards groups have a seat, who sits there and which seats are vacant."),
            path: "representatives",
          },
        ]
      : []),
    ...(home.checks.length > 0
      ? [
          {
            label: say("Health checks"),
            about: several
              ? say("How your groups are run, and what you plan to do.")
              : say("How your group is run, and what you plan to do."),
            path: "health-checks",
          },
        ]
      : []),
    ...(entries > 0
      ? [
          {
            label: say("Directory"),
            about: sayCount(entries, {
              one: "{count} local group, and how to reach it.",
              other: "{count} local groups, and how to reach them.",
            }),
            path: "directory",
          },
        ]
      : []),
    ...(services > 0
      ? [
          {
            label: say("How we can help your {group}", { group }),
            about: say("Advice, training and more."),
            path: "services",
          },
        ]
      : []),
    {
      label: say("Your emails"),
      about: say("Choose which emails you get, and how often."),
      path: "preferences",
    },
    {
      label: say("Search"),
      about: say("Find a consultation, a network or a group by name."),
      path: "search",
    },
  ]
}
