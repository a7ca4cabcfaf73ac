/** Who may see a page: anybody; anybody known here; staff; those who may change things; managers; the group it is about; whoever sits on the board (the demo’s rep), with or without staff; the people in the room of a consortium (the demo’s lead); who has its link. */
export type For =
  | "public"
  | "known"
  | "staff"
  | "worker"
  | "manager"
  | "own"
  | "seat"
  | "board"
  | "room"
  | "link"

/** The pages of events and of the calendar, and whom each is for. */
export const EVENTS: Record<string, For> = {
  events: "public",
  "events/[id]": "public",
  "events/[id]/calendar.ics": "public",
  "events/[id]/[dateId]/book": "public",
  "events/booked": "public",
  "events/embed": "public",
  "events/embed/[id]": "public",
  "calendar.ics": "public",
  "events/booking": "link",
  "events/booking/calendar.ics": "link",
  "calendar/mine.ics": "link",
  "events/booking/certificate/[answerId]": "link",
  "events/booking/material/[fileId]": "link",
  calendar: "known",
  "events/export": "staff",
  "events/[id]/[dateId]": "staff",
  "events/[id]/[dateId]/export": "staff",
  "events/[id]/[dateId]/certificate/[answerId]": "staff",
  "events/[id]/feedback": "staff",
  "events/new": "worker",
  "events/[id]/feedback/[questionId]": "worker",
  "events/door/[answerId]": "worker",
  "events/[id]/edit": "worker",
  "events/[id]/repeat": "worker",
  "events/[id]/cancel": "worker",
  "events/[id]/[dateId]/attendance": "worker",
  "events/[id]/[dateId]/move": "worker",
  "events/[id]/[dateId]/cancel": "worker",
}
