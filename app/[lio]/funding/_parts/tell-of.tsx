import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { formatDate, say } from "@/lib/words"
import { tellForm } from "../searches/actions"

type Props = {
  lio: string
  searchId: string
  funderId: string
  told: { emailedAt: string | null; taskedAt: string | null }
  keeps: boolean
  /** The page to come back to, below the LIO's address. */
  back: string
  /** Whom or what the buttons are about, for those who don't see where they stand. */
  about: string
}

/** Tells a group of a funder that fits: by email, or as a task to tell them. Says when that was done. */
export function TellOf({ lio, searchId, funderId, told, keeps, back, about }: Props) {
  const done = [
    told.emailedAt && say("Emailed on {day}", { day: formatDate(told.emailedAt.slice(0, 10)) }),
    told.taskedAt && say("Made a task on {day}", { day: formatDate(told.taskedAt.slice(0, 10)) }),
  ].filter(Boolean)
  return (
    <>
      {done.length > 0 ? <p className="m-0 text-soft">{done.join(" · ")}</p> : null}
      {keeps && !(told.emailedAt && told.taskedAt) ? (
        <Form
          fold={
            <>
              {say("Tell the group")}
              <span className="sr-only">: {about}</span>
            </>
          }
          action={tellForm}
          lio={lio}
          submit={null}
          id={`tell-${searchId}-${funderId}`}
        >
          <input type="hidden" name="searchId" value={searchId} />
          <input type="hidden" name="funderId" value={funderId} />
          <input type="hidden" name="back" value={back} />
          {told.emailedAt ? null : (
            <TextArea
              name="words"
              label={say("Your message")}
              hint={say("They’ll get your message with what we know of the funder.")}
              rows={3}
              optional
            />
          )}
          <div className="flex flex-wrap gap-3">
            {told.emailedAt ? null : (
              <SubmitButton name="way" value="email">
                {say("Email the group")}
              </SubmitButton>
            )}
            {told.taskedAt ? null : (
              <SubmitButton name="way" value="task" kind="secondary">
                {say("Make it a task")}
              </SubmitButton>
            )}
          </div>
        </Form>
      ) : null}
    </>
  )
}
