import type { EventKind } from "../../access/room-type"
import { type EventName, ROOMS, type TimelinePart } from "../../rooms"

/** What a timeline may be narrowed to: its label and picture, the events in it, and whether only staff see any of them. */
type Part = { label: string; icon: string; events: EventName[]; staffOnly: boolean }

const declared = ROOMS.flatMap((room) =>
  "events" in room ? (Object.entries(room.events) as [EventName, EventKind][]) : [],
)
const parts = ROOMS.flatMap((room) => ("timeline" in room ? Object.entries(room.timeline) : []))

/** The parts of a group's timeline, by the word in the address. */
export const TIMELINE_PARTS = Object.fromEntries(
  parts.map(([part, words]) => {
    const those = declared.filter(([, { timeline }]) => timeline === part)
    const staffOnly = those.every(([, { seenBy }]) => seenBy === "staff")
    return [part, { ...words, events: those.map(([name]) => name), staffOnly }]
  }),
) as Record<TimelinePart, Part>

/** Every event that stands on a group's timeline. */
export const ON_TIMELINES = Object.values(TIMELINE_PARTS).flatMap(({ events }) => events)

/** Which part of a timeline: of one kind or all, older than a place in it. */
export type TimelinePlace = { kind?: TimelinePart; before?: { at: Date; id: string } }

const PLACE = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ""

/** Reads the place out of an address; what makes no sense is left out. */
export function timelinePlace(query: Record<string, string | string[] | undefined>): TimelinePlace {
  const kind = one(query.kind)
  const [, at, id] = PLACE.exec(one(query.before)) ?? []
  return {
    kind: kind in TIMELINE_PARTS ? (kind as TimelinePart) : undefined,
    before: at && id ? { at: new Date(Number(at)), id } : undefined,
  }
}

/** A place in the timeline as it stands in an address. */
export const placeWord = (place: { at: Date; id: string }) => `${place.at.getTime()}.${place.id}`
