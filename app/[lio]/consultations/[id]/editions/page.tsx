import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { type EditionRow, listEditions } from "@/lib/consultations/editions/queries"
import { editionPath } from "@/lib/consultations/editions/words"
import { getProgress } from "@/lib/consultations/progress/queries"
import { formatDate, formatMoment, say } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { correctEditionForm, publishEditionForm, withdrawEditionForm } from "./actions"

/** The editions of the numbers: what each says, which are published, and a new one with a correction. For staff. */
export default async function Editions(props: PageProps) {
  const [frame, { of, editions, keeps }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    of: await getProgress(ctx, id),
    ...(await listEditions(ctx, id)),
  }))
  const { id, named } = of.consultation
  const lio = frame.lio.slug
  return (
    <ConsultationFrame frame={frame} of={of} page="results" title={say("Editions")}>
      <BackLink href={addressOf(lio, id, "results")}>{say("What the groups said")}</BackLink>
      <h2 className="mt-0">{say("Editions of the results")}</h2>
      {editions.length === 0 ? (
        <EmptyState drawing="letters" title={say("No editions yet")}>
          {say(
            "When the consultation closes, its results, the questions and how they were asked are frozen as edition 1. You can then publish it at a permanent address.",
          )}
        </EmptyState>
      ) : (
        <>
          <p className="max-w-2xl">
            {say(
              "Results are frozen when the consultation closes. A published edition has a permanent address, so officers can read and cite it without signing in.",
            )}
          </p>
          <ol className="list-none p-0">
            {editions.map((row) => (
              <Edition key={row.edition} row={row} lio={lio} id={id} keeps={keeps} />
            ))}
          </ol>
          {keeps ? (
            <Form
              action={correctEditionForm}
              lio={lio}
              id="correct"
              fold={say("Correct something in a new edition")}
              submit={say("Make a new edition")}
              kind="secondary"
            >
              <p className="max-w-2xl">
                {named
                  ? say(
                      "The results are worked out again from groups’ details and answers as they are today. The earlier edition stays as it is.",
                    )
                  : say(
                      "Answers here aren’t named, so the numbers stay as they are: a second set for the same groups could reveal what one of them said. Say what was wrong, and it’s shown with the numbers.",
                    )}
              </p>
              <HiddenField name="id" value={id} />
              <TextArea
                name="change"
                label={say("What are you correcting?")}
                hint={say("Everybody who reads this edition will see this")}
                rows={3}
              />
            </Form>
          ) : null}
        </>
      )}
    </ConsultationFrame>
  )
}

type Props = { row: EditionRow; lio: string; id: string; keeps: boolean }

const stateOf = ({ publishedAt, withdrawnAt }: EditionRow) =>
  withdrawnAt ? (
    <Tag tone="plain">{say("Withdrawn")}</Tag>
  ) : publishedAt ? (
    <Tag tone="good">{say("Published")}</Tag>
  ) : (
    <Tag tone="wait">{say("Not published")}</Tag>
  )

function Edition({ row, lio, id, keeps }: Props) {
  const { edition, change, frozenAt, madeBy, digest, publishedAt, withdrawnAt, withdrawnReason, whole } = row
  const hidden = (
    <>
      <HiddenField name="id" value={id} />
      <HiddenField name="edition" value={String(edition)} />
    </>
  )
  return (
    <li className="card mb-6 max-w-3xl">
      <h3 className="mt-0 flex flex-wrap items-center gap-3">
        {say("Edition {edition}", { edition })} {stateOf(row)}
      </h3>
      <p>
        {madeBy
          ? say("Made on {day} by {madeBy}.", { day: formatMoment(frozenAt), madeBy })
          : say("Frozen on {day}.", { day: formatMoment(frozenAt) })}{" "}
        {publishedAt ? say("Published on {day}.", { day: formatDate(publishedAt) }) : null}
      </p>
      {change ? <p className="whitespace-pre-line">{change}</p> : null}
      {withdrawnAt ? (
        <p>
          {say("Withdrawn on {day}: {reason}", {
            day: formatDate(withdrawnAt),
            reason: withdrawnReason ?? "",
          })}
        </p>
      ) : null}
      {publishedAt ? (
        <p>
          <a href={editionPath(lio, id, edition)}>
            {say("Read edition {edition} as everybody sees it", { edition })}
          </a>
        </p>
      ) : null}
      <p className="hint break-all">{say("Fingerprint of these numbers (SHA-256): {digest}", { digest })}</p>
      {keeps && !publishedAt && whole ? (
        <Form
          action={publishEditionForm}
          lio={lio}
          id={`publish-${edition}`}
          submit={say("Publish edition {edition}", { edition })}
        >
          {hidden}
        </Form>
      ) : null}
      {!whole ? (
        <p className="hint mb-0">
          {say("This edition was made before results could be published. Make a new edition to publish.")}
        </p>
      ) : null}
      {keeps && publishedAt && !withdrawnAt ? (
        <Form
          action={withdrawEditionForm}
          lio={lio}
          id={`withdraw-${edition}`}
          fold={say("Withdraw edition {edition}", { edition })}
          submit={say("Withdraw edition {edition}", { edition })}
          kind="danger"
        >
          {hidden}
          <TextArea
            name="reason"
            label={say("Why is it withdrawn?")}
            hint={say("Everybody who has its address reads this")}
            rows={3}
          />
        </Form>
      ) : null}
    </li>
  )
}
