import { EmptyState } from "@/app/_ui/empty-state"
import { WorkList } from "@/app/_ui/work-list"
import type { AnswerToRead } from "@/lib/consultations/passages/queries"
import { say } from "@/lib/words"

type Props = {
  /** The address of the page of passages. */
  at: string
  answers: AnswerToRead[]
  /** How many passages each answer has, by its id. */
  marked: Map<string, number>
}

/** The answers that were sent, those with something written first. */
export function AnswersToRead({ at, answers, marked }: Props) {
  if (answers.length === 0) {
    return (
      <EmptyState drawing="letters" title={say("No answers yet")}>
        {say("You can read an answer here as soon as its group has sent it. Drafts stay with the group.")}
      </EmptyState>
    )
  }
  const [written = [], others = []] = [true, false].map((says) =>
    answers.filter((answer) => answer.says.length > 0 === says),
  )
  return (
    <WorkList
      plain
      caption={say("Answers that were sent")}
      captionHidden
      rows={[...written, ...others]}
      rowKey={(row) => row.responseId}
      columns={[
        {
          key: "group",
          label: say("Group"),
          main: true,
          share: 4,
          cell: (row) => <a href={`${at}/${row.responseId}`}>{row.group}</a>,
        },
        { key: "written", label: say("Written"), number: true, cell: (row) => row.says.length || "" },
        {
          key: "marked",
          label: say("Passages"),
          number: true,
          cell: (row) => marked.get(row.responseId) ?? "",
        },
      ]}
    />
  )
}
