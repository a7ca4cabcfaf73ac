import { Banner } from "@/app/_ui/banner"
import { OneField } from "@/app/_ui/field-parts"
import type { Answer } from "@/lib/consultations/answering/queries"
import type { Tongue } from "@/lib/consultations/languages/words"
import type { Question } from "@/lib/consultations/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { SentFile } from "../../../_parts/answer-shown"
import { addressOf } from "../../../_parts/paths"
import { marking } from "../../../_parts/tongue"

type Props = {
  question: Question
  /** The language of its words, where that isn’t English. */
  tongue: Tongue | null
  answer: Answer | undefined
  where: { lio: string; id: string; group: string | null; number: number; back: boolean }
  /** Why the last file wasn’t taken. */
  problem?: string
}

const TAKES = say(
  "PDF, Word, Excel, text or picture, up to 10 MB. Staff can open it once your answers are sent. Other groups can’t.",
)

/** A question that is answered with a file: the one that is there, and a form that works without scripts. */
export function FileAnswer({ question, tongue, answer, where, problem }: Props) {
  const { lio, id, group, number, back } = where
  const { title, help, required } = question
  const m = marking(tongue)
  const file = answer?.value.file
  return (
    <>
      {problem ? (
        <Banner kind="problem">
          <a href="#file">{problem}</a>
        </Banner>
      ) : null}
      <form
        action={addressOf(lio, id, "answer/file", { question: number, group, from: back ? "check" : null })}
        method="post"
        encType="multipart/form-data"
        className="max-w-2xl"
      >
        <input type="hidden" name="group" value={group ?? ""} />
        <input type="hidden" name="questionId" value={question.id} />
        <input type="hidden" name="version" value={answer?.revision ?? 0} />
        <OneField
          id="file"
          label={m(title)}
          hint={m(help ? say("{help} {about}", { help, about: TAKES }) : TAKES)}
          optional={!required}
          error={problem}
          large
        >
          {file ? (
            <p id="file-there">
              {sayRich("Your file: {file}. To replace it, choose another.", {
                file: <SentFile file={file} at={{ lio, id }} />,
              })}
            </p>
          ) : null}
          <input
            className="input"
            id="file"
            name="file"
            type="file"
            aria-describedby={["file-hint", problem && "file-error", file && "file-there"]
              .filter(Boolean)
              .join(" ")}
            aria-invalid={problem ? true : undefined}
          />
        </OneField>
        <div className="flex flex-wrap gap-4">
          <button className="button" type="submit" name="button" value={back ? "check" : "next"}>
            {say("Continue")}
          </button>
          <button className="button button-secondary" type="submit" name="button" value="later">
            {say("Save and come back later")}
          </button>
          {file ? (
            <button className="button button-plain" type="submit" name="button" value="remove">
              {say("Remove this file")}
            </button>
          ) : null}
        </div>
      </form>
    </>
  )
}
