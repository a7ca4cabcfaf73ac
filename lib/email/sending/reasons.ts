import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { say } from "../../words"

/** Neither sent, nor given up, nor put aside. */
export const WAITING = sql`l.sent_at is null and l.skipped is null and l.failed_at is null and l.uncertain_at is null`

/** A letter that goes with another waits so many minutes before it looks how that one fared. */
export const WAITS_MINUTES = 10

/** Said of a letter whose provider never answered. */
export const NOT_KNOWN = say("Whether it arrived is not known: the answer was lost.")

/** A sign-in link that has run out helps nobody. */
const SIGN_IN_MINUTES = 30

/**
 * Why letter `l` must not go out now, or null: looked at again at every sending, as people leave, stop and bounce meanwhile.
 * `p` is its person, `f` their preferences, `s` a suppression of the address.
 */
export const notNow = (ctx: Pick<Ctx, "now" | "today">) => sql`case
  when l.person_id is not null and (p.id is null or p.left_at is not null) then 'left'
  when l.person_id is not null and p.email is null then 'no address'
  when s.email is not null then 'suppressed'
  when l.letter = 'sign-in' and l.created_at < ${ctx.now.toISOString()}::timestamptz - make_interval(mins => ${SIGN_IN_MINUTES}) then 'too late'
  when l.stream = any(f.stopped) or (l.stream = 'digest' and f.digest = 'never') then 'stopped'
  when exists (
    select from jsonb_array_elements_text(l.basis -> 'groupIds') as b(id)
    where not exists (
      select from roles r join groups g on g.id = r.group_id and g.removed_at is null
      where r.person_id = l.person_id and r.group_id = b.id::uuid and r.speaks is not null
        and ${isHeld(ctx)})) then 'left'
  when (l.basis -> 'staff')::boolean and not exists (
    select from staff t where t.person_id = l.person_id and t.ended_at is null) then 'left'
  when exists (
    select from jsonb_array_elements_text(l.basis -> 'networkIds') as b(id)
    where not exists (
      select from roles r join network_groups n on n.group_id = r.group_id
      where n.network_id = b.id::uuid and n.joined_at is not null and n.left_at is null
        and r.person_id = l.person_id and r.speaks is not null and ${isHeld(ctx)})
      and not exists (select from staff t where t.person_id = l.person_id and t.ended_at is null)) then 'left'
end`

/** What `notNow` looks at, for letters `l`. */
export const CIRCUMSTANCES = sql`
  left join people p on p.id = l.person_id
  left join preferences f on f.person_id = l.person_id
  left join suppressions s on s.email = coalesce(p.email, l.to_email)`
