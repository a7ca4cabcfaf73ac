import { plural } from "@/lib/words"
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

const groups = (count: number) => plural(count, "group")
const rows = (count: number) => plural(count, "row")

/** Tells who brought a list in that it is done, and what was left. */
export default function ImportDone(props: Props & LetterFrame) {
  const { name, made, changed, leftOut, toMend, days, url } = props
  return (
    <Layout {...props} preview={preview(props)}>
      <Heading>Your list is in</Heading>
      <Text>
        {name}: {groups(made)} added, {changed} changed, {rows(leftOut)} left out.
      </Text>
      {toMend > 0 ? (
        <Text>
          In {rows(toMend)} something could not be read as it stands. You can download them with what is
          wrong, put it right, and bring them in again.
        </Text>
      ) : null}
      <Button to={url}>See what was brought in</Button>
      <Text>If something is wrong you can take the whole list back for {days} days.</Text>
    </Layout>
  )
}

export const subject = ({ name }: Props & LetterFrame) => `Your list is in: ${name}`

export const preview = ({ made, changed, leftOut }: Props & LetterFrame) =>
  `${groups(made)} added, ${changed} changed, ${rows(leftOut)} left out.`
