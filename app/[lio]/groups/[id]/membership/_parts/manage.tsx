import { ButtonLink } from "@/app/_ui/button-link"
import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { feeInWords, isUnpaid, periodInWords } from "@/lib/membership-status/words"
import type { getMembership } from "@/lib/memberships/queries"
import type { Type } from "@/lib/memberships/types/queries"
import { formatMoney, say } from "@/lib/words"
import { payMembershipForm, renewMembershipForm } from "../../../../memberships/actions"

type Props = {
  lio: string
  group: { id: string; name: string }
  membership: Omit<Awaited<ReturnType<typeof getMembership>>, "nextAs">
  types: Type[]
  /** What the next period would be by each kind. */
  nexts: Record<string, { startsOn: string; endsOn: string | null } | null>
}

/** What staff may do with a group's membership now. */
export function Keep({ lio, group, membership, types, nexts }: Props) {
  const { standing, waiting } = membership
  const next = waiting ? null : membership.next
  const at = `/${lio}/groups/${group.id}/membership`
  if (!standing) {
    return waiting ? null : (
      <p>
        <ButtonLink href={`${at}/begin`}>{say("Begin a membership")}</ButtonLink>
      </p>
    )
  }
  const offered = types.some(({ id }) => id === standing.typeId)
  const over = standing.state === "cancelled" || standing.state === "lapsed"
  return (
    <div className="my-4 grid max-w-4xl gap-5 sm:grid-cols-2">
      {next ? (
        <section className="card" aria-labelledby="renew">
          <h3 id="renew" className="mt-0">
            {over ? say("Begin again") : say("Renew")}
          </h3>
          {types.length > 1 || !offered ? null : (
            <p>{say("The next period: {next}.", { next: periodInWords(next) })}</p>
          )}
          <Form
            action={renewMembershipForm}
            lio={lio}
            id="renew-form"
            submit={over ? say("Begin again") : say("Renew")}
            kind={standing.state === "current" ? "secondary" : undefined}
            values={{ typeId: offered ? standing.typeId : "" }}
          >
            <input type="hidden" name="groupId" value={group.id} />
            {types.length > 1 || !offered ? (
              <Radios
                name="typeId"
                legend={say("As")}
                options={types.map((type) => ({
                  value: type.id,
                  label: type.name,
                  hint: `${periodInWords(nexts[type.id] ?? next)}. ${feeInWords(type.feePence, type)}`,
                }))}
              />
            ) : null}
          </Form>
        </section>
      ) : null}
      {isUnpaid(standing) && standing.state !== "cancelled" ? (
        <section className="card" aria-labelledby="pay">
          <h3 id="pay" className="mt-0">
            {say("{feePence} is not paid", { feePence: formatMoney(standing.feePence ?? 0) })}
          </h3>
          <Form
            action={payMembershipForm}
            lio={lio}
            id="pay-form"
            submit={say("It was paid")}
            kind="secondary"
          >
            <input type="hidden" name="groupId" value={group.id} />
            <input type="hidden" name="id" value={standing.id} />
            <DateFields name="paidOn" legend={say("When was it paid?")} quick />
          </Form>
        </section>
      ) : null}
      <p className="flex flex-wrap gap-x-5 sm:col-span-full">
        <a href={`${at}/change`}>{say("Correct the dates or the fee")}</a>
        {over || standing.cancelledOn ? null : <a href={`${at}/end`}>{say("End it early")}</a>}
      </p>
    </div>
  )
}
