import { Disclosure } from "@/app/_ui/disclosure"
import { Form } from "@/app/_ui/form"
import { TaskList } from "@/app/_ui/task-list"
import type { Checklist as Done } from "@/lib/home/staff/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { dismissChecklistForm } from "../actions"

type Props = {
  lio: string
  done: Done
  manages: boolean
  /** Whether the example data may come in now. */
  offers: boolean
}

/** The first things of a new LIO; the settings are for managers. Folded up once work has begun, gone when all are done or a manager has dismissed it. */
export function Checklist({ lio, done, manages, offers }: Props) {
  const steps: [done: boolean, label: string, path: string][] = [
    [done.confirmed, say("Confirm your email address"), "settings/address"],
    [done.areas, say("Say where you work, by postcode or by name"), "settings/areas"],
    [done.described, say("Say who you are and how to reach you"), "settings/profile"],
    [done.emailed, say("Send yourself a test email"), "settings/email"],
    [done.postcodes, say("Bring in a table of postcodes"), "settings/places"],
    [done.listed, say("Choose the themes and tags for your groups"), "settings/start"],
    [done.groups, say("Import your first list of groups"), "groups/import"],
    [done.team, say("Invite your colleagues"), "settings/staff"],
    [done.session, say("Record your first session"), "sessions/new"],
    [done.asked, say("Start a network or a consultation"), "networks"],
  ]
  const ready = steps.filter(([isDone]) => isDone).length
  if (ready === steps.length || done.dismissed) return null
  return (
    <Disclosure
      summary={say("Getting started: {ready} of {steps} done", { ready, steps: steps.length })}
      open={!done.session || !done.groups}
    >
      <TaskList
        tasks={steps.map(([isDone, label, path]) => ({
          label,
          href: isDone || (path.startsWith("settings") && !manages) ? undefined : `/${lio}/${path}`,
          state: isDone ? say("Completed") : say("Not yet started"),
          tone: isDone ? "good" : "plain",
        }))}
      />
      {offers ? (
        <p>
          {sayRich("Want to look round first? <load>Load example data</load>. You can remove it again.", {
            load: (text) => <a href={`/${lio}/settings/start#examples`}>{text}</a>,
          })}
        </p>
      ) : null}
      {manages ? (
        <Form
          action={dismissChecklistForm}
          lio={lio}
          submit={say("Dismiss this checklist")}
          kind="plain"
          id="checklist"
        />
      ) : null}
    </Disclosure>
  )
}
