import { say } from "../words"
import type { OfBoard } from "./boards/queries"
import { boardItem } from "./boards/words"
import type { Choosing } from "./choosing/queries"
import { choosingItem } from "./choosing/words"
import {
  askedItem,
  chaseItem,
  happenedItem,
  type Item,
  opportunityItem,
  placeOf,
  repliesItem,
  roomItem,
  stepItem,
  topicItem,
} from "./items"
import { REACH_DAYS } from "./periods"
import type { Facts, Happened, Post, Reader } from "./queries"

type Section = { title: string; items: Item[]; more: number }
/** What stands in one person's digest, and what they must still be when it goes out. */
export type Contents = {
  lead: Item
  sections: Section[]
  count: number
  /** How many of the things that are only to be known stand in it. */
  known: number
  basis: { groupIds: string[]; networkIds: string[]; staff?: true }
}

/** So many things that are only to be known stand in one letter, over all LIOs. */
export const MOST_ITEMS = 5

function by<T>(list: T[], key: (one: T) => string | null) {
  const map = new Map<string, T[]>()
  for (const one of list) {
    const at = key(one)
    if (at === null) continue
    const list = map.get(at)
    if (list) list.push(one)
    else map.set(at, [one])
  }
  return map
}

const many = <T>(map: Map<string, T[]>, keys: Iterable<string>) =>
  [...keys].flatMap((key) => map.get(key) ?? [])

/** The facts in drawers, so that each person's digest opens only their own. */
export function sortFacts(facts: Facts) {
  return {
    now: facts.now,
    place: placeOf(facts),
    asked: by(facts.asked, (one) => one.groupId),
    steps: by(facts.steps, (one) => one.personId),
    chases: by(facts.chases, (one) => one.personId),
    happened: by(facts.happened, (one) => one.groupId),
    choosing: by(facts.choosing, (one) => one.groupId),
    networksOf: by(facts.joined, (one) => one.groupId),
    topicsIn: by(facts.topics, (one) => one.networkId),
    postsIn: by(facts.posts, (one) => one.networkId),
    everyNetwork: [...new Set([...facts.topics, ...facts.posts].map((one) => one.networkId))],
    networkLevels: by(facts.networkLevels, (one) => one.personId),
    topicReads: by(facts.topicReads, (one) => one.personId),
    boards: facts.boards,
    opportunities: by(facts.opportunities, (one) => one.personId),
    rooms: by(facts.rooms, (one) => one.personId),
  }
}

/** What `sortFacts` gives. */
export type Drawers = ReturnType<typeof sortFacts>

const section = (title: string, items: Item[], most = MOST_ITEMS): Section => ({
  title,
  items: items.slice(0, most),
  more: Math.max(0, items.length - most),
})

/** What is there to know, beside what needs somebody: as many things as there is room for, those that come first. */
function toKnow(all: [title: string, items: Item[]][], most: number): Section[] {
  let room = most
  return all.map(([title, items]) => {
    const shown = section(title, items, room)
    room -= shown.items.length
    return shown
  })
}

/** What is new of boards for somebody who speaks for groups: their own replies, and what their networks are asked and told. */
function ofBoards(reader: Reader, drawers: Drawers, since: number): OfBoard[] {
  const groupIds = new Set(reader.groups.map(({ id }) => id))
  if (groupIds.size === 0) return []
  const joined = new Set(many(drawers.networksOf, groupIds).map(({ networkId }) => networkId))
  const isFor = ({ groupId, networkIds }: OfBoard) =>
    groupId ? groupIds.has(groupId) : networkIds.length === 0 || networkIds.some((id) => joined.has(id))
  return drawers.boards.filter((one) => Date.parse(one.at) > since && isFor(one))
}

function networkItems(reader: Reader, drawers: Drawers, since: number) {
  const { place } = drawers
  const ownGroups = new Set(reader.groups.map(({ id }) => id))
  const joined = new Set(many(drawers.networksOf, ownGroups).map(({ networkId }) => networkId))
  const networks = reader.level ? new Set([...drawers.everyNetwork, ...joined]) : joined
  const levels = new Map(
    (drawers.networkLevels.get(reader.id) ?? []).map((one) => [one.networkId, one.level]),
  )
  const reads = new Map((drawers.topicReads.get(reader.id) ?? []).map((one) => [one.topicId, one]))
  const levelOf = (topicId: string, networkId: string) =>
    reads.get(topicId)?.level ?? levels.get(networkId) ?? "new"
  const unread = (topicId: string, at: string) => {
    const readAt = reads.get(topicId)?.readAt
    return Date.parse(at) > since && !(readAt && Date.parse(readAt) >= Date.parse(at))
  }
  const topics = many(drawers.topicsIn, networks).filter(
    (one) =>
      (one.personId !== reader.id || one.news === "decision") &&
      ["all", "new"].includes(levelOf(one.id, one.networkId)) &&
      unread(one.id, one.at),
  )
  const fresh = new Set(topics.map(({ id }) => id))
  const mentions = (post: Post) =>
    post.people.includes(reader.id) || post.groups.some((id) => ownGroups.has(id))
  const posts = many(drawers.postsIn, networks).filter((post) => {
    const level = levelOf(post.topicId, post.networkId)
    if (post.personId === reader.id || level === "mute" || !unread(post.topicId, post.createdAt)) return false
    if (mentions(post)) return true
    if (level === "mentions" || fresh.has(post.topicId)) return false
    return level === "all" || post.starterId === reader.id || post.parentAuthorId === reader.id
  })
  const threads = [...by(posts, (post) => post.topicId).values()]
    .map((thread) => ({ thread, mentioned: thread.some(mentions) }))
    .sort((a, b) => Number(b.mentioned) - Number(a.mentioned))
  topics.sort(
    (a, b) => Number(levelOf(b.id, b.networkId) === "all") - Number(levelOf(a.id, a.networkId) === "all"),
  )
  return {
    replies: threads.map(({ thread, mentioned }) => repliesItem(place, thread, mentioned)),
    topics: topics.map((topic) => topicItem(place, topic)),
    networkIds: [...new Set([...posts, ...topics].map(({ networkId }) => networkId))],
  }
}

/** When somebody's digest begins: at their last one, or as far back as a first one reaches. */
export function sinceFor(reader: Reader, now: Date) {
  const days = reader.rhythm === "never" ? 0 : REACH_DAYS[reader.rhythm]
  const first = now.getTime() - days * 86_400_000
  const most = now.getTime() - REACH_DAYS.monthly * 86_400_000
  return reader.last ? Math.max(most, Date.parse(reader.last)) : first
}

/**
 * One person's digest over all that they are in one LIO, or null when there is nothing new. Deadlines come first, whoever
 * visited; beside what needs the person, `most` things stand in it.
 */
export function digestFor(reader: Reader, drawers: Drawers, most = MOST_ITEMS): Contents | null {
  const { place } = drawers
  const since = sinceFor(reader, drawers.now)
  const groupIds = reader.groups.map(({ id }) => id)
  const leads = new Set(reader.groups.filter(({ lead }) => lead).map(({ id }) => id))
  const invitations = many(drawers.asked, groupIds)
  const works = reader.level !== null && reader.level !== "viewer"
  const steps = works ? (drawers.steps.get(reader.id) ?? []) : []
  const chases = works ? (drawers.chases.get(reader.id) ?? []) : []
  const choosing = many(drawers.choosing, groupIds)
  const ballots = choosing.filter(({ askedAt, voterId }) => askedAt === null && voterId === reader.id)
  const seats = choosing.filter(({ askedAt }) => askedAt !== null && Date.parse(askedAt) > since)
  const choosingItems = (of: Choosing[]) =>
    [...by(of, (one) => one.electionId).values()].map((same) => choosingItem(place, same, reader))
  const due = [
    ...[...by(invitations, (one) => one.consultationId).values()].map((of) => ({
      at: of[0]?.closesAt ?? "9999",
      item: askedItem(place, of, { id: reader.id, leads }),
    })),
    ...[...by(ballots, (one) => one.electionId).values()].map((of) => ({
      at: of[0]?.until ?? "9999",
      item: choosingItem(place, of, reader),
    })),
    ...steps.map((step) => ({ at: step.dueOn, item: stepItem(place, step) })),
    ...chases.map((chase) => ({ at: chase.on, item: chaseItem(place, chase) })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const happened = many(drawers.happened, groupIds).filter((one) =>
    one.kind === "ask" ? Date.parse(one.at) >= since - 86_400_000 : Date.parse(one.at) > since,
  )
  const outcomes = [...by(happened, (one) => `${one.kind} ${one.id} ${one.title}`).values()].map(([one]) =>
    happenedItem(place, one as Happened),
  )
  const { replies, topics, networkIds } = networkItems(reader, drawers, since)
  const ownNetworks = new Set(many(drawers.networksOf, groupIds).map(({ networkId }) => networkId))
  const boards = ofBoards(reader, drawers, since)
  const opportunities = (drawers.opportunities.get(reader.id) ?? [])
    .filter(({ addedAt }) => Date.parse(addedAt) > since)
    .map((one) => opportunityItem(place, one))
  const rooms = (drawers.rooms.get(reader.id) ?? [])
    .filter(({ newAt, dueOn }) => dueOn !== null || (newAt !== null && Date.parse(newAt) > since))
    .map((one) => roomItem(place, one))
  const news = toKnow(
    [
      [say("Where you bid together"), rooms],
      [say("From boards and partnerships"), boards.map((one) => boardItem(place, one))],
      [say("You said, this happened"), outcomes],
      [say("Replies to you"), replies],
      [say("Seats for groups"), choosingItems(seats)],
      [say("New in your networks"), topics],
      [say("New opportunities"), opportunities],
    ],
    most,
  )
  const total = news.reduce((sum, { items }) => sum + items.length, 0)
  const sections = [
    section(
      say("Needs you"),
      due.map(({ item }) => item),
    ),
    ...news,
  ].filter(({ items, more }) => items.length + more > 0)
  const [first] = sections
  const lead = first?.items.shift()
  if (!first || !lead) return null
  const count = 1 + sections.reduce((sum, { items, more }) => sum + items.length + more, 0)
  return {
    lead,
    sections: sections.filter(({ items, more }) => items.length + more > 0),
    count,
    known: total,
    basis: {
      groupIds: [
        ...new Set([
          ...[...invitations, ...happened, ...ballots, ...seats].map(({ groupId }) => groupId),
          ...boards.flatMap(({ groupId }) => groupId ?? []),
        ]),
      ],
      networkIds: [
        ...new Set([
          ...networkIds,
          ...boards.flatMap((one) => one.networkIds.filter((id) => ownNetworks.has(id))),
        ]),
      ],
      ...(steps.length + chases.length > 0 && { staff: true as const }),
    },
  }
}
