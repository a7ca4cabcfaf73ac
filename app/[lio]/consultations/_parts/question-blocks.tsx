import { Checkboxes, Select } from "@/app/_ui/choices"
import { HiddenField, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Block } from "@/lib/consultations/blocks/queries"
import type { Question } from "@/lib/consultations/queries"
import { say } from "@/lib/words"
import { putBlockForm, saveBlockForm } from "../blocks/actions"

type Put = { lio: string; id: string; blocks: Block[] }

/** Puts a block of questions into a draft; nothing where there is no block. */
export function PutBlock({ lio, id, blocks }: Put) {
  if (blocks.length === 0) return null
  return (
    <div className="mt-4">
      <Form
        fold={say("Add a block of questions")}
        action={putBlockForm}
        lio={lio}
        submit={say("Add these questions")}
        kind="secondary"
        id="block"
      >
        <HiddenField name="consultationId" value={id} />
        <Select
          name="blockId"
          label={say("Which block?")}
          options={blocks.map((block) => ({ value: block.id, label: block.name }))}
          empty={say("Choose a block")}
        />
        <p>
          <a href={`/${lio}/consultations/blocks`}>{say("See what’s in your blocks")}</a>
        </p>
      </Form>
    </div>
  )
}

/** Keeps questions of this consultation as a block. */
export function SaveBlock({ lio, id, questions }: { lio: string; id: string; questions: Question[] }) {
  if (questions.length === 0) return null
  return (
    <div className="mt-4">
      <Form
        fold={say("Save questions as a block")}
        action={saveBlockForm}
        lio={lio}
        submit={say("Save the block")}
        kind="secondary"
        id="save-block"
      >
        <HiddenField name="consultationId" value={id} />
        <TextField
          name="name"
          label={say("Name of the block")}
          hint={say("For example, About your group")}
          width="md"
        />
        <Checkboxes
          name="questionIds"
          legend={say("Which questions?")}
          options={questions.map((question, at) => ({
            value: question.id,
            label: say("{number}. {title}", { number: at + 1, title: question.title }),
          }))}
        />
      </Form>
    </div>
  )
}
