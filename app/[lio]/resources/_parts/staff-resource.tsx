import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { RESOURCE_KINDS, RESOURCE_READERS } from "@/db/vocabulary"
import type { Uses } from "@/lib/giving/queries"
import type { Resource } from "@/lib/resources/queries"
import { unreadInWords } from "@/lib/resources/words"
import { formatDate, say } from "@/lib/words"
import { UsedIn } from "../../_parts/used-in"
import { FilesOf } from "../../files/_parts/files-of"
import { checkResourceForm, restoreResourceForm, retireResourceForm } from "../actions"

type Props = {
  lio: string
  its: Resource
  files: Pick<Parameters<typeof FilesOf>[0], "opened" | "files" | "told">
  uses: Uses
  keeps: boolean
  now: Date
  today: string
}

function Review({ lio, its, today }: Pick<Props, "lio" | "its" | "today">) {
  const due = its.reviewOn <= today
  return (
    <div className={due ? "banner banner-note" : "mb-6"}>
      {due ? (
        <p className="font-semibold">
          {say("Its review was due on {day}. Is it still right?", { day: formatDate(its.reviewOn) })}
        </p>
      ) : null}
      <Form
        action={checkResourceForm}
        lio={lio}
        submit={say("It’s still right")}
        kind={due ? undefined : "secondary"}
        id="check"
      >
        <input type="hidden" name="id" value={its.id} />
      </Form>
    </div>
  )
}

/** A resource with all that staff have to do with it. */
export function StaffResource({ lio, its, files, uses, keeps, now, today }: Props) {
  const at = `/${lio}/resources/${its.id}`
  const unread = files.files.flatMap(({ digest, name }) => {
    const found = its.unreadFiles.find((file) => file.digest === digest)
    return found ? [{ digest, words: unreadInWords(name, found.why) }] : []
  })
  const offered = !its.retiredAt && its.openTo !== "staff" && (its.link !== null || its.hasFile)
  return (
    <>
      <BackLink href={`/${lio}/resources`}>{say("Resources")}</BackLink>
      <div className="title-row">
        <h1>{its.title}</h1>
        {keeps ? (
          <div className="flex flex-wrap gap-3">
            {offered ? <ButtonLink href={`${at}/send`}>{say("Send to a group")}</ButtonLink> : null}
            <ButtonLink href={`${at}/edit`} kind="secondary">
              {say("Change the resource")}
            </ButtonLink>
          </div>
        ) : null}
      </div>
      {its.retiredAt ? (
        <p>
          <Tag>{say("Retired on {day}", { day: formatDate(its.retiredAt) })}</Tag>
        </p>
      ) : null}
      {keeps && !its.retiredAt ? <Review {...{ lio, its, today }} /> : null}
      <SummaryList
        missing={say("None")}
        items={[
          { label: say("What it is"), value: RESOURCE_KINDS[its.kind] },
          { label: say("What it’s for"), value: its.summary },
          {
            label: say("Link"),
            value: its.link ? (
              <>
                <a href={its.link} className="break-words">
                  {its.link.replace(/^https?:\/\//, "")}
                </a>{" "}
                {its.linkBroken ? <Tag tone="problem">{say("Link doesn’t work")}</Tag> : null}
              </>
            ) : null,
          },
          { label: say("Themes"), value: its.themes.map(({ name }) => name).join(", ") },
          { label: say("Who can open it"), value: RESOURCE_READERS[its.openTo] },
          { label: say("Looked after by"), value: its.owner },
          ...(its.checkedOn ? [{ label: say("Last checked"), value: formatDate(its.checkedOn) }] : []),
          { label: say("Review due"), value: formatDate(its.reviewOn) },
        ]}
      />
      <FilesOf lio={lio} on={{ kind: "resource", id: its.id }} {...files} {...{ today, now }} />
      {unread.map(({ digest, words }) => (
        <p key={digest} className="max-w-3xl text-soft">
          {words}
        </p>
      ))}
      <UsedIn lio={lio} uses={uses} at={at}>
        {offered
          ? say(
              "Not used yet. “Send to a group” emails it with a note from you. When you record a session, you can tick it.",
            )
          : say("You can tick it when you record a session. To email it, it needs a file or a link.")}
      </UsedIn>
      {keeps ? (
        <Form
          action={its.retiredAt ? restoreResourceForm : retireResourceForm}
          lio={lio}
          submit={its.retiredAt ? say("Restore the resource") : say("Retire the resource")}
          kind="secondary"
          id="retire"
          className="mt-8"
        >
          <input type="hidden" name="id" value={its.id} />
        </Form>
      ) : null}
    </>
  )
}
