import { dialled } from "@/app/_ui/address"
import { Form } from "@/app/_ui/form"
import type { Enquiry } from "@/lib/enquiries/queries"
import { formatDate, relativeDay, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { answerEnquiryForm, reopenEnquiryForm, taskOfEnquiryForm } from "../actions"

type Props = { lio: string; enquiry: Enquiry; now: Date; keeps: boolean; back: string }

/** What somebody told the LIO, how to reach them, and what can be done with it. */
export function EnquiryRow({ lio, enquiry, now, keeps, back }: Props) {
  const { id, name, email, phone, about, wanted, place, askedAt, doneAt, doneBy, tasked } = enquiry
  const { group, groupId, becameOn, endedBecause } = enquiry
  const of = <span className="sr-only">: {name}</span>
  const its = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={back} />
    </>
  )
  return (
    <li className="act-row">
      <div className="act-words">
        <a className="font-semibold" href={`/${lio}/enquiries/${id}`}>
          {name}
        </a>{" "}
        <span className="text-soft">
          {[place, say("{ago}, {day}", { ago: relativeDay(askedAt, now), day: formatDate(askedAt) })]
            .filter(Boolean)
            .join(", ")}
        </span>
        <p className="m-0 whitespace-pre-line">{about}</p>
        {wanted ? (
          <p className="m-0 whitespace-pre-line">{sayRich("Looking for: {wanted}", { wanted })}</p>
        ) : null}
        <p className="m-0 flex flex-wrap gap-x-5">
          {phone ? <a href={dialled(phone)}>{phone}</a> : null}
          {email ? <a href={`mailto:${email}`}>{email}</a> : null}
        </p>
        {groupId && becameOn ? (
          <p className="m-0">
            {sayRich("Became <link>{group}</link> on {day}", {
              group: group ?? "",
              day: formatDate(becameOn),
              link: (text) => <a href={`/${lio}/groups/${groupId}`}>{text}</a>,
            })}
          </p>
        ) : doneAt ? (
          <p className="m-0 text-soft">
            {endedBecause ? say("Reason: {because}.", { because: endedBecause }) : null}{" "}
            {tasked
              ? say("Made a task by {name} on {day}", { name: doneBy ?? "", day: formatDate(doneAt) })
              : say("Dealt with by {name} on {day}", { name: doneBy ?? "", day: formatDate(doneAt) })}
          </p>
        ) : null}
      </div>
      {keeps ? (
        <div className="acts no-print">
          {groupId ? null : doneAt ? (
            <Form
              action={reopenEnquiryForm}
              lio={lio}
              id={`open-${id}`}
              kind="plain"
              submit={sayRich("Open it again{of}", { of })}
            >
              {its}
            </Form>
          ) : (
            <>
              <Form
                action={answerEnquiryForm}
                lio={lio}
                id={`done-${id}`}
                kind="secondary"
                submit={sayRich("Dealt with{of}", { of })}
              >
                {its}
              </Form>
              <Form
                action={taskOfEnquiryForm}
                lio={lio}
                id={`task-${id}`}
                kind="plain"
                submit={sayRich("Make it my task{of}", { of })}
              >
                {its}
              </Form>
            </>
          )}
        </div>
      ) : null}
    </li>
  )
}
