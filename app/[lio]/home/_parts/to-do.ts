import type { MemberHome } from "@/lib/home/queries"
import { dayOf, formatDate, formatTime, inWords, relativeDay, say, sayCount } from "@/lib/words"

/** Something to do: its words, its one link. */
export type ToDo = { key: string; title: string; about: string; action: string; href: string }

const MOST = 3

function closing(at: Date, now: Date) {
  if (dayOf(at) === dayOf(now)) return say("Closes today at {at}.", { at: formatTime(at) })
  return say("Closes {at}, on {day}.", { at: relativeDay(at, now), day: formatDate(at) })
}

type Waiting = MemberHome["waiting"][number]

function inWordsOf(one: Waiting) {
  if (one.changed > 0) {
    const about = sayCount(one.changed, {
      one: "{count} answer changed since you sent it. What was sent counts until it is sent again.",
      other: "{count} answers changed since you sent it. What was sent counts until it is sent again.",
    })
    return { about, action: one.lead ? say("Check it and send it") : say("Look at it") }
  }
  if (one.ready && one.lead)
    return {
      about: say("The answer is ready. It counts once you send it."),
      action: say("Check it and send it"),
    }
  if (one.ready)
    return { about: say("The answer is ready, and waits for your lead."), action: say("Look at it") }
  if (one.started) return { about: say("Your group has begun its answer."), action: say("Continue") }
  return {
    about: sayCount(one.minutes, {
      one: "It takes about {count} minute.",
      other: "It takes about {count} minutes.",
    }),
    action: say("Answer"),
  }
}

function endInWords(type: string, ending: boolean, day: string | null): string {
  if (day)
    return ending ? say("{type} ends on {day}.", { type, day }) : say("{type} ended on {day}.", { type, day })
  return ending ? say("{type} ends.", { type }) : say("{type} ended.", { type })
}

function renewals(lio: string, { renewals, several }: MemberHome): ToDo[] {
  return renewals.map((one) => ({
    key: `renew ${one.groupId}`,
    title: several
      ? say("Renew the membership of {group}", { group: one.group })
      : say("Renew your group’s membership"),
    about: endInWords(one.typeName, one.state === "ending", one.endsOn && formatDate(one.endsOn)),
    action: say("Renew"),
    href: `/${lio}/groups/${one.groupId}/membership`,
  }))
}

function consultations(lio: string, { waiting, several, now }: MemberHome): ToDo[] {
  const pressing = [...waiting].sort((a, b) => Number(b.ready && b.lead) - Number(a.ready && a.lead))
  return pressing.map((one) => {
    const { about, action } = inWordsOf(one)
    return {
      key: `${one.id} ${one.groupId}`,
      title: one.title,
      about: `${several ? `${one.group}: ` : ""}${about} ${closing(one.closesAt, now)}`,
      action,
      href: `/${lio}/consultations/${one.id}${several ? `?group=${one.groupId}` : ""}`,
    }
  })
}

function posts(lio: string, { unread }: MemberHome): ToDo[] {
  return unread.map((one) => ({
    key: one.topicId,
    title: one.mentioned
      ? say("You are mentioned in “{title}”", { title: one.title })
      : sayCount(
          one.posts,
          { one: "{count} new reply in “{title}”", other: "{count} new replies in “{title}”" },
          { title: one.title },
        ),
    about: one.network,
    action: say("Read it"),
    href: `/${lio}/networks/${one.networkId}/topics/${one.topicId}`,
  }))
}

function confirming(lio: string, { toConfirm }: MemberHome): ToDo[] {
  return toConfirm.map((one) => ({
    key: `confirm ${one.id}`,
    title: say("Is this still right? {name}", { name: one.name }),
    about: say("Once a year we ask you to check what we hold about your group. It takes a minute."),
    action: say("Look"),
    href: `/${lio}/groups/${one.id}/confirm`,
  }))
}

function checks(home: MemberHome): ToDo[] {
  return home.checks
    .filter(({ handedInAt }) => !handedInAt)
    .map((one) => ({
      key: `check ${one.id}`,
      title: home.several ? say("Health check of {group}", { group: one.group }) : say("Your health check"),
      about: [
        one.sets ?? "",
        one.startedAt
          ? say("Your group has begun its answers.")
          : say("Short questions about how your group is run. The answers belong to you."),
      ]
        .filter(Boolean)
        .join(". "),
      action: one.startedAt ? say("Continue") : say("Start"),
      href: one.path,
    }))
}

function joining(lio: string, { networks }: MemberHome): ToDo[] {
  if (networks.length === 0) return []
  const names = inWords(networks.map((one) => one.name))
  return [
    {
      key: "networks",
      title: say("Join a network"),
      about: say("Talk with groups like yours: {names}.", { names }),
      action: say("See the networks"),
      href: `/${lio}/networks`,
    },
  ]
}

function reporting(lio: string, { reports }: MemberHome): ToDo[] {
  return reports.map((one) => ({
    key: `report ${one.id}`,
    title: say("How did it go at {board}?", { board: one.board }),
    about: say("Four short boxes, about ten minutes. Groups are waiting to hear from you."),
    action: one.report === "none" ? say("Write your report") : say("Go on with your report"),
    href: `/${lio}/board-meetings/${one.id}/report`,
  }))
}

function raising(lio: string, { raising }: MemberHome): ToDo[] {
  return raising.slice(0, 1).map((one) => ({
    key: `raise ${one.id}`,
    title: say("What should be raised at {board}?", { board: one.board }),
    about: say("It meets on {day}. What you say goes to whoever speaks for groups there.", {
      day: formatDate(one.on),
    }),
    action: say("Say what should be raised"),
    href: `/${lio}/board-meetings/${one.id}`,
  }))
}

function voting(lio: string, { votes, several, now }: MemberHome): ToDo[] {
  return votes.map((one) => ({
    key: `vote ${one.electionId} ${one.group}`,
    title: say("Vote: who speaks for groups on {board}?", { board: one.board }),
    about: `${several ? `${one.group}: ` : ""}${one.title}. ${closing(new Date(one.until), now)}`,
    action: say("Vote"),
    href: `/${lio}/elections/${one.electionId}`,
  }))
}

function together(lio: string, { consortia }: MemberHome): ToDo[] {
  return consortia.map((one) => ({
    key: `consortium ${one.id} ${one.group}`,
    title: one.group ? say("Does {group} bid with others?", { group: one.group }) : say("You’ve been let in"),
    about: one.title,
    action: one.group ? say("Say yes or no") : say("Come in"),
    href: `/${lio}/consortia/${one.id}`,
  }))
}

/** At most three things, the most pressing first: a membership to renew, a report of a meeting, a vote, answers, whether to bid with others, health checks, words to you, what to raise at a board, the yearly question, a network to join. */
export function toDo(lio: string, home: MemberHome): ToDo[] {
  return [
    ...renewals(lio, home).slice(0, 1),
    ...reporting(lio, home),
    ...voting(lio, home),
    ...consultations(lio, home),
    ...together(lio, home),
    ...checks(home),
    ...posts(lio, home),
    ...raising(lio, home),
    ...confirming(lio, home),
    ...joining(lio, home),
  ].slice(0, MOST)
}
