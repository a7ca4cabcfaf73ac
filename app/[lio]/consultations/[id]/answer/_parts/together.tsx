import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Colleague, Comment } from "@/lib/consultations/together/queries"
import { agoInWords } from "@/lib/consultations/words"
import { inWords, say, sayCount } from "@/lib/words"
import { commentForm, removeCommentForm } from "../actions"

type Clock = { now: Date; zone: string }

/** Who else of the group is there just now, and at which question. */
export function Colleagues({ colleagues, now, zone }: { colleagues: Colleague[] } & Clock) {
  if (colleagues.length === 0) return null
  return (
    <p className="hint">
      {inWords(
        colleagues.map(({ name, question, seenAt }) =>
          say("{name} is on question {question} ({ago})", {
            name,
            question,
            ago: agoInWords(seenAt, now, zone),
          }),
        ),
      )}
      .
    </p>
  )
}

type Props = { comments: Comment[]; lio: string; id: string; group: string; questionId: string } & Clock

/** What colleagues say to each other about the question: below it, for them alone. */
export function Comments({ comments, lio, id, group, questionId, now, zone }: Props) {
  const where = (
    <>
      <HiddenField name="id" value={id} />
      <HiddenField name="group" value={group} />
    </>
  )
  return (
    <section
      id="comments"
      aria-labelledby="comments-head"
      className="mt-10 max-w-2xl border-t border-line pt-2"
    >
      <h2 id="comments-head" className="text-lg">
        {comments.length === 0
          ? say("Comments between you and your colleagues")
          : sayCount(comments.length, {
              one: "{count} comment between you and your colleagues",
              other: "{count} comments between you and your colleagues",
            })}
      </h2>
      {comments.map((comment) => (
        <div key={comment.id} className="mb-4">
          <p className="mb-0 whitespace-pre-line">{comment.words}</p>
          <p className="mb-0 text-soft">
            {comment.name}, {agoInWords(comment.saidAt, now, zone)}
          </p>
          {comment.mine ? (
            <Form
              action={removeCommentForm}
              lio={lio}
              id={`remove-${comment.id}`}
              submit={say("Delete this comment")}
              kind="plain"
            >
              {where}
              <HiddenField name="commentId" value={comment.id} />
            </Form>
          ) : null}
        </div>
      ))}
      <Form
        action={commentForm}
        lio={lio}
        id="comment"
        fold={say("Add a comment")}
        submit={say("Add the comment")}
        kind="secondary"
      >
        {where}
        <HiddenField name="questionId" value={questionId} />
        <TextArea
          name="words"
          label={say("Your comment")}
          hint={say("Only people in your group can see it. It isn’t part of your answer.")}
          rows={3}
        />
      </Form>
    </section>
  )
}
