import type { ReactNode } from "react"
import { whenInWords } from "@/lib/calendar/words"
import type { Helps } from "@/lib/health-checks/helping/queries"
import type { CheckQuestion } from "@/lib/health-checks/queries"
import { formatDate, say } from "@/lib/words"

type Props = Partial<Helps> & {
  lio: string
  question: string
  sessionAskedAt: Date | null
  offersSession: CheckQuestion["offersSession"]
  /** Where it is put on the plan. */
  plan?: string
  /** Where a session is asked for. */
  session?: string
}

const One = ({ href, about, children }: { href: string; about?: string; children: ReactNode }) => (
  <li>
    <a href={href} className="inline-flex min-h-7 items-center">
      {children}
      {about ? <span className="sr-only">: {about}</span> : null}
    </a>
  </li>
)

/** What helps where an answer is weak: to read, to use, to come to, to ask for; and a way onto the plan. */
export function WhatHelps({ lio, question, guide, resource, events = [], plan, session, ...its }: Props) {
  return (
    <ul className="m-0 list-none p-0">
      {guide ? (
        <One href={`/${lio}/guides/${guide.slug}`}>{say("Read: {title}", { title: guide.title })}</One>
      ) : null}
      {resource ? (
        <One href={`/${lio}/resources/${resource.id}`}>{say("Use: {title}", { title: resource.title })}</One>
      ) : null}
      {events.map((event) => (
        <One key={event.id} href={`/${lio}/events/${event.eventId}`}>
          {say("Come to: {title}, {when}", { title: event.title, when: whenInWords(event) })}
        </One>
      ))}
      {its.sessionAskedAt ? (
        <li>{say("A session was asked for on {day}.", { day: formatDate(its.sessionAskedAt) })}</li>
      ) : its.offersSession && session ? (
        <One href={session} about={question}>
          {say("Ask us for a session")}
        </One>
      ) : null}
      {plan ? (
        <One href={plan} about={question}>
          {say("Add to the plan")}
        </One>
      ) : null}
    </ul>
  )
}
