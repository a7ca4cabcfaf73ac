import type { ReactNode } from "react"
import type { Answer } from "@/lib/consultations/answering/queries"
import { type Asked, answerInWords } from "@/lib/consultations/words"
import { aboutFile } from "@/lib/files/reading/words"
import { sayRich } from "@/lib/words/rich"
import { addressOf } from "./paths"
import type { Mark } from "./tongue"

/** The consultation that an answer is in. */
type Where = { lio: string; id: string }
type Value = Answer["value"]

/** A file that was sent as an answer, to open, with what it is and how big. */
export const SentFile = ({ file, at: { lio, id } }: { file: NonNullable<Value["file"]>; at: Where }) => (
  <span className="break-words">
    {sayRich("<link>{name}</link> ({about})", {
      link: (text) => <a href={addressOf(lio, id, `answer/file/${file.id}`)}>{text}</a>,
      name: file.name,
      about: aboutFile(file),
    })}
  </span>
)

/** An answer in words; "" when there is none. What a group wrote is in a language that nobody but it knows, so it isn’t marked. */
export const wordsShown = (question: Asked, value: Value | undefined, mark: Mark): ReactNode =>
  value?.text ? value.text : mark(answerInWords(question, value))

/** An answer as it is shown: in words, or its file; "" when there is none. */
export const answerShown = (question: Asked, value: Value | undefined, at: Where, mark: Mark): ReactNode =>
  value?.file ? <SentFile file={value.file} at={at} /> : wordsShown(question, value, mark)
