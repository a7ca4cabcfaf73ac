import { say, sayCount } from "@/lib/words"
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Button, Heading, Text } from "./_parts/words"

export type Props = {
  name: string
  made: number
  changed: number
  /** Rows that were left out: possible duplicates, and those that cannot be a group. */
  leftOut: number
  /** Rows of which something could not be read. */
  toMend: number
  days: number
  url: string
}

const groups = (count: number) => sayCount(count, { one: "{count} group", other: "{count} groups" })
const rows = (count: number) => sayCount(count, { one: "{count} row", other: "{count} rows" })

/** Tells who brought a list in that it is done, and what was left. */
export default function ImportDone(props: Props & LetterFrame) {
  const { name, made, changed, leftOut, toMend, days, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>{say("Your list has been imported")}</Heading>
      <Text>
        {say("{name}: {made} added, {changed} changed, {leftOut} left out.", {
          name,
          made: groups(made),
          changed,
          leftOut: rows(leftOut),
        })}
      </Text>
      {toMend > 0 ? (
        <Text>
          {say(
            "In {toMend} something couldn’t be read. You can download them with what’s wrong, correct it and import them again.",
            { toMend: rows(toMend) },
          )}
        </Text>
      ) : null}
      <Button to={url}>{say("See what was imported")}</Button>
      <Text>{say("If something is wrong you can take the whole list back for {days} days.", { days })}</Text>
    </Layout>
  )
}

export const subject = ({ name }: Props & LetterFrame) => say("Your list is in: {name}", { name })

export const preview = ({ made, changed, leftOut }: Props & LetterFrame) =>
  say("{made} added, {changed} changed, {leftOut} left out.", {
    made: groups(made),
    changed,
    leftOut: rows(leftOut),
  })
