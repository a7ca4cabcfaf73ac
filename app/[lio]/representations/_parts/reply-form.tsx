import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { ASK_REPLIES } from "@/db/vocabulary"
import type { Representation } from "@/lib/representations/queries"
import { say } from "@/lib/words"
import { replyForm } from "../actions"

/** What the body says to one ask. */
export const ReplyForm = ({ lio, ask }: { lio: string; ask: Representation["asks"][number] }) => (
  <Form
    action={replyForm}
    lio={lio}
    submit={say("Save the reply")}
    id="reply"
    className="mt-3"
    values={{ reply: ask.reply, replyText: ask.replyText, repliedOn: ask.repliedOn }}
  >
    <input type="hidden" name="id" value={ask.id} />
    <Radios
      name="reply"
      legend={say("What did they decide?")}
      options={Object.entries(ASK_REPLIES).map(([value, label]) => ({ value, label }))}
    />
    <TextArea
      name="replyText"
      label={say("In their words")}
      hint={say("Copy the sentence that matters from their letter")}
      rows={3}
      optional
    />
    <DateFields
      name="repliedOn"
      legend={say("When did they reply?")}
      hint={say("Today, if you leave it empty")}
      optional
    />
  </Form>
)
