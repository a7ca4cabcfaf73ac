import { ButtonLink } from "@/app/_ui/button-link"
import { Static } from "@/app/_ui/static"
import { BIDDING_WAYS } from "@/db/vocabulary"
import type { Interest, ShownInterest } from "@/lib/opportunities/interest/queries"
import { inSentence, say, sayCount } from "@/lib/words"
import { InterestCard } from "../_parts/interest-card"

type Props = {
  place: { slug: string; name: string }
  id: string
  /** It isn't too late to bid. */
  open: boolean
  own: Interest[]
  others: ShownInterest[]
  staff: boolean
  leads: boolean
}

/** What the asker’s groups have said, which others show themselves to them, and the way to say more. */
export function Together({ place, id, open, own, others, staff, leads }: Props) {
  const lio = place.slug
  const at = `/${lio}/opportunities/${id}`
  const live = own.filter(({ withdrawnAt }) => !withdrawnAt)
  if (staff)
    return (
      <p>
        <a href={`${at}/interested`}>
          {others.length + live.length > 0
            ? sayCount(others.length + live.length, {
                one: "{count} group is interested",
                other: "{count} groups are interested",
              })
            : say("No group has said yet that it’s interested")}
        </a>
      </p>
    )
  return (
    <section aria-labelledby="together">
      <h2 id="together">{say("Could your group do this?")}</h2>
      {live.map((one) => (
        <p key={one.id}>
          {say("{group} is interested: {how}.", { group: one.group, how: inSentence(BIDDING_WAYS[one.how]) })}{" "}
          {leads ? <a href={`${at}/interest?group=${one.groupId}`}>{say("Change or withdraw")}</a> : null}
        </p>
      ))}
      {open && live.length === 0 ? (
        <p>
          <ButtonLink href={`${at}/interest`}>{say("We’re interested")}</ButtonLink>
        </p>
      ) : null}
      {leads && open && live.length > 0 ? (
        <p>
          <a href={`/${lio}/consortia/new?opportunity=${id}`}>{say("Bring groups together to bid")}</a>
        </p>
      ) : null}
      <p>
        <a href={`/${lio}/opportunities/partners`}>{say("Who could do this with us?")}</a>
      </p>
      {others.length > 0 ? (
        <Static>
          <h3>{say("Also interested")}</h3>
          <ul className="list-none p-0">
            {others.map((one) => (
              <InterestCard key={one.id} its={one} place={place} />
            ))}
          </ul>
        </Static>
      ) : null}
    </section>
  )
}
