import { DateFields } from "@/app/_ui/date-field"
import { Disclosure } from "@/app/_ui/disclosure"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { GUIDE_STAGES } from "@/db/vocabulary"
import { NEXT_STEPS } from "@/lib/guides/words"
import type { StaffGuide } from "@/lib/guides/writing/overview/queries"
import { formatMoment, say } from "@/lib/words"
import { checkGuideForm, discardGuideForm, publishGuideForm, sendForCheckForm } from "../actions"

type Props = { lio: string; guide: StaffGuide; draft: NonNullable<StaffGuide["draft"]> }

/** What is being written, and what comes next: to have it checked by somebody else, then to publish it. */
export function DraftSteps({ lio, guide, draft }: Props) {
  const { slug, seen, version, may } = guide
  const { stage, writer, checker, editedAt, html } = draft
  const its = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="seen" value={seen} />
    </>
  )
  const here = `/${lio}/guides/manage/${slug}`
  return (
    <section className="card my-6 max-w-4xl">
      <h2 className="mt-0">{version === null ? say("Draft") : say("Changes that aren’t published yet")}</h2>
      <p>
        <Tag tone="note">{GUIDE_STAGES[stage]}</Tag>{" "}
        {writer
          ? say("{writer} wrote it last, {moment}.", { writer, moment: formatMoment(editedAt) })
          : say("Last written {moment}.", { moment: formatMoment(editedAt) })}{" "}
        {stage === "checked" && checker ? say("{checker} checked it.", { checker }) : null}
      </p>
      <p>
        {may.publishAlone
          ? say("You’re the only one who could check it, so you can publish it yourself.")
          : NEXT_STEPS[stage]}
      </p>
      {version === null ? null : (
        <p>
          <a href={`${here}/compare`}>{say("See what changed since the last version")}</a>
        </p>
      )}
      <Disclosure summary={say("Read it as it will look")}>
        <div
          className="document prose"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own writer made it, which escapes every word
          dangerouslySetInnerHTML={{ __html: html }}
        />
      </Disclosure>
      {may.write && stage === "draft" && !may.publishAlone ? (
        <Form action={sendForCheckForm} lio={lio} id="to-check" submit={say("Ask a colleague to check it")}>
          {its}
        </Form>
      ) : null}
      {stage === "to_check" && may.check ? (
        <Form action={checkGuideForm} lio={lio} id="check" submit={say("I’ve read it and it’s right")}>
          {its}
        </Form>
      ) : null}
      {stage === "to_check" && may.write && !may.check ? (
        <p className="font-semibold">{say("You wrote this last, so a colleague has to check it.")}</p>
      ) : null}
      {may.write && (stage === "checked" || may.publishAlone) ? (
        <Form action={publishGuideForm} lio={lio} id="publish" submit={say("Publish it")}>
          {its}
          <TextField
            name="change"
            label={say("What changed")}
            hint={
              version === null
                ? say("For a first version: “First version”.")
                : say("One sentence, for readers: “New fee for registering.”")
            }
            value={version === null ? say("First version") : undefined}
          />
          <DateFields
            name="reviewOn"
            legend={say("When should it be checked again?")}
            hint={say("Leave it blank for a year from now. Whoever looks after it gets a task then.")}
            optional
          />
        </Form>
      ) : null}
      {may.write ? (
        <Form
          fold={say("Discard it")}
          action={discardGuideForm}
          lio={lio}
          id="discard"
          kind="danger"
          submit={say("Discard it")}
        >
          <p>
            {version === null
              ? say("Only staff have seen it. It will be deleted.")
              : say("What’s published stays as it is. What you’ve written since then will be deleted.")}
          </p>

          {its}
        </Form>
      ) : null}
    </section>
  )
}
