import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { When } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { getNewSession } from "@/lib/sessions/form/queries"
import { say } from "@/lib/words"
import { DraftKeeper } from "../../_parts/draft-keeper"
import { Frame } from "../../_parts/frame"
import { Fold } from "../_parts/fold"
import { SessionFields } from "../_parts/session-fields"
import { Timer } from "../_parts/timer"
import { discardDraftForm, recordSessionForm } from "../actions"
import { OtherDrafts } from "./other-drafts"

/** Records a session: the group and a note are enough. */
export default async function NewSession(props: PageProps) {
  const [frame, form] = await visit(props, getNewSession)
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Record a session")} at="sessions">
      <h1>{say("Record a session")}</h1>
      {form.draft ? (
        <div className="banner banner-note">
          <p className="font-semibold">{say("You have an unfinished session. It is below.")}</p>
          <p>
            {say("Last changed")} <When at={form.draft.savedAt} time />
          </p>
          <Form
            action={discardDraftForm}
            lio={lio}
            submit={say("Discard it and start again")}
            kind="plain"
            id="discard"
          >
            <input type="hidden" name="draft" value={form.form} />
          </Form>
        </div>
      ) : null}
      <OtherDrafts lio={lio} drafts={form.others} />
      <Form
        key={`${form.form} ${form.key}`}
        action={recordSessionForm}
        lio={lio}
        values={form.values}
        submit={null}
        className="max-w-3xl"
      >
        <input type="hidden" name="draft" value={form.form} />
        {form.from ? <input type="hidden" name="from" value={form.from} /> : null}
        {form.enquiries.map(({ id, name }) => (
          <p key={id} className="font-semibold">
            <input type="hidden" name="enquiryIds" value={id} />
            {say("About {name}’s enquiry. You don’t need to name a group.", { name })}
          </p>
        ))}
        <SessionFields
          lio={lio}
          chosen={form.chosen}
          people={form.people}
          kinds={form.kinds}
          toGive={form.toGive}
          cases={form.cases}
          focus
          clock={<Timer person={frame.actor.personId ?? ""} />}
        >
          <TextArea
            name="confidential"
            label={say("Confidential note")}
            hint={say(
              "Only the people working on the case can read this. All staff can read what you wrote above.",
            )}
            rows={3}
            optional
          />
        </SessionFields>
        <Fold
          summary={say("Somebody with an idea, and no group yet")}
          names={["ideaName", "ideaAbout", "ideaPhone", "ideaEmail"]}
        >
          <p className="mt-0">
            {say("They’ll be on your list of enquiries, with this session. You don’t need to name a group.")}
          </p>
          <TextField name="ideaName" label={say("Their name")} />
          <TextArea name="ideaAbout" label={say("Their idea")} rows={2} />
          <TextField name="ideaPhone" label={say("Phone")} type="tel" optional />
          <TextField name="ideaEmail" label={say("Email")} type="email" optional />
        </Fold>
        <Fold summary={say("Add a task")} names={["stepWhat", "stepDue"]}>
          <TextField name="stepWhat" label={say("Task")} />
          <Select
            name="stepWho"
            label={say("Assigned to")}
            options={form.staff.map((one) => ({ value: one.id, label: one.name }))}
            empty={say("Nobody yet")}
          />
          <DateFields name="stepDue" legend={say("Due")} optional />
        </Fold>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <SubmitButton name="button" value="save">
            {say("Save")}
          </SubmitButton>
          <SubmitButton kind="secondary" name="button" value="another">
            {say("Save and record another")}
          </SubmitButton>
          <SubmitButton kind="plain" name="button" value="draft">
            {say("Keep as draft")}
          </SubmitButton>
        </div>
        <DraftKeeper address={`/${lio}/sessions/draft`} person={frame.actor.personId ?? ""} />
      </Form>
    </Frame>
  )
}
