import { Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { FILED_REPLIES } from "@/db/vocabulary"
import { say } from "@/lib/words"
import { replyForm } from "../actions"

type Props = { lio: string; askId: string; files: { id: string; name: string }[] }

/** What a body can say to an ask, and the fields that go with it; `own`: the body itself fills them in. */
export const SaidFields = ({ without, own }: { without?: string; own?: boolean }) => (
  <>
    <Radios
      name="reply"
      legend={own ? say("What’s your reply?") : say("What did they decide?")}
      options={Object.entries(FILED_REPLIES)
        .filter(([value]) => value !== without)
        .map(([value, label]) => ({ value, label }))}
    />
    <TextArea
      name="replyText"
      label={own ? say("In your words") : say("In their words")}
      hint={
        own
          ? say("The groups that had their say will read this")
          : say("Copy the sentence that matters from their letter")
      }
      rows={3}
      optional
    />
    <TextArea
      name="reason"
      label={own ? say("Your reason") : say("Their reason")}
      hint={own ? say("Needed if you don’t accept it") : say("Needed if they don’t accept it")}
      rows={2}
      optional
    />
    <TextField
      name="promisedBy"
      label={own ? say("Who will do it?") : say("Who promised it?")}
      hint={say("A person, a team or a committee. Needed for a promise.")}
      optional
    />
    <DateFields name="promisedFor" legend={say("By when?")} optional />
  </>
)

/** In which file their reply came, where there are any. */
export const FileChoice = ({ files }: Pick<Props, "files">) =>
  files.length > 0 ? (
    <Select
      name="fileId"
      label={say("Which file is their reply in?")}
      empty={say("None")}
      options={files.map(({ id, name }) => ({ value: id, label: name }))}
      optional
    />
  ) : null

/** Files what the body says to one ask. */
export const ReplyForm = ({ lio, askId, files }: Props) => (
  <Form action={replyForm} lio={lio} submit={say("Save the reply")} id="reply" className="mt-3">
    <input type="hidden" name="id" value={askId} />
    <SaidFields />
    <TextField name="sender" label={say("Who wrote it?")} optional />
    <FileChoice files={files} />
    <DateFields
      name="repliedOn"
      legend={say("When did they reply?")}
      hint={say("Today, if you leave it empty")}
      optional
    />
  </Form>
)
