import { dialled } from "@/app/_ui/address"
import { formatDate, When } from "@/app/_ui/date"
import { Tag } from "@/app/_ui/tag"
import { CHANNELS, INCOME_BANDS, REGISTERS, ROLES } from "@/db/vocabulary"
import { numberInWords } from "@/lib/groups/identifiers/words"
import type { GroupHeader } from "@/lib/groups/queries"
import type { Beside } from "@/lib/groups/rail/queries"
import { partsOf } from "@/lib/tasks/words"
import { dayOf, relativeDay, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Props = { lio: string; group: GroupHeader; now: Date }
type WithBeside = Props & { beside: Beside }

const isLate = (day: string, now: Date) => day < dayOf(now)

/** Whom to ring or write to, and when the group was last spoken to. */
export function ContactCard({ lio, group, now, beside }: WithBeside) {
  const at = `/${lio}/groups/${group.id}`
  const email = group.contactEmail ?? group.email
  const phone = group.contactPhone ?? group.phone
  const main = beside.speakers.find(({ id }) => id === group.mainContactId)
  const others = beside.speakers.filter((one) => one !== main)
  return (
    <section className="rail-card rail-contact" aria-labelledby="rail-contact">
      <h2 id="rail-contact" className="rail-title">
        {group.contactName && group.mainContactId ? (
          <a href={`/${lio}/people/${group.mainContactId}`}>{group.contactName}</a>
        ) : (
          say("No main contact")
        )}
        {main ? <span className="text-soft font-normal"> {main.title ?? ROLES[main.role]}</span> : null}
      </h2>
      {phone || email ? (
        <p className="rail-ways">
          {phone ? (
            <a className="button button-secondary" href={dialled(phone)}>
              <span className="sr-only">{say("Ring")} </span>
              {phone}
            </a>
          ) : null}
          {email ? (
            <a className="button button-secondary" href={`mailto:${email}`} title={email}>
              {sayRich("Email{email}", { email: <span className="sr-only"> {email}</span> })}
            </a>
          ) : null}
        </p>
      ) : (
        <p className="m-0">
          <a href={`${at}/people`}>{say("Add somebody to ring or write to")}</a>
        </p>
      )}
      {group.contactBy ? (
        <p className="m-0 text-soft">
          {say("Best reached by {channels}", { channels: CHANNELS[group.contactBy].toLowerCase() })}
        </p>
      ) : null}
      {group.address || group.postcode ? (
        <p className="m-0">
          <a href={mapOf(group)} rel="noreferrer">
            {group.postcode ?? say("Map")}
            <span className="sr-only"> {say("on a map")}</span>
          </a>
          {group.address ? <span className="text-soft"> {group.address.split("\n")[0]}</span> : null}
        </p>
      ) : null}
      <p className="m-0 text-soft">
        {say("Last contact:")}{" "}
        {group.lastContactOn ? (
          <>
            <When at={group.lastContactOn} now={now} />
            {group.lastContactBy ? `, ${group.lastContactBy}` : ""}
          </>
        ) : (
          say("none yet")
        )}
      </p>
      {others.length === 0 ? null : main ? (
        <details className="fold">
          <summary>{say("Who else speaks for it")}</summary>
          <Speakers lio={lio} speakers={others} />
        </details>
      ) : (
        <Speakers lio={lio} speakers={others} />
      )}
    </section>
  )
}

const Speakers = ({ lio, speakers }: { lio: string; speakers: Beside["speakers"] }) => (
  <ul className="m-0 list-none p-0">
    {speakers.map((one) => (
      <li key={one.id}>
        <a href={`/${lio}/people/${one.id}`}>{one.name}</a>{" "}
        <span className="text-soft">
          {say("{title}, speaks for it", { title: one.title ?? ROLES[one.role] })}
        </span>
        {one.phone ? (
          <>
            {" "}
            <a href={dialled(one.phone)} className="whitespace-nowrap">
              {one.phone}
            </a>
          </>
        ) : null}
      </li>
    ))}
  </ul>
)

const mapOf = ({ address, postcode }: Pick<GroupHeader, "address" | "postcode">) =>
  `https://www.openstreetmap.org/search?${new URLSearchParams({ query: postcode ?? address ?? "" })}`

/** What is due with the group, what it is, and what runs out. */
export function RailCards({ keeps, ...of }: WithBeside & { keeps: boolean }) {
  return (
    <>
      <DueCard {...of} keeps={keeps} />
      <CasesCard {...of} />
      <FundingCard {...of} />
      <GlanceCard {...of} keeps={keeps} />
      <EndingCard {...of} />
    </>
  )
}

function Day({ day, now }: { day: string; now: Date }) {
  return <Tag tone={isLate(day, now) ? "problem" : "wait"}>{relativeDay(day, now)}</Tag>
}

function DueCard({ lio, now, beside, keeps }: WithBeside & { keeps: boolean }) {
  if (beside.due.length === 0) return null
  return (
    <section className="rail-card" aria-labelledby="rail-due">
      <h2 id="rail-due" className="rail-title">
        {say("Tasks")}
      </h2>
      <ul className="m-0 list-none p-0">
        {beside.due.map((task) => (
          <li key={task.id} className="py-1">
            {keeps ? (
              <a href={`/${lio}/tasks/${task.id}`}>{partsOf(task.what).words}</a>
            ) : (
              partsOf(task.what).words
            )}{" "}
            {task.dueOn ? <Day day={task.dueOn} now={now} /> : null}
            {task.assignee ? <span className="text-soft"> {task.assignee}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function CasesCard({ lio, group, beside }: WithBeside) {
  if (beside.cases.length === 0) return null
  return (
    <section className="rail-card" aria-labelledby="rail-cases">
      <h2 id="rail-cases" className="rail-title">
        {say("Open cases")}
      </h2>
      <ul className="m-0 list-none p-0">
        {beside.cases.map(({ id, title }) => (
          <li key={id} className="py-1">
            <a href={`/${lio}/cases/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      <p className="m-0">
        <a href={`/${lio}/cases?group=${group.id}&state=all`}>{say("All cases")}</a>
      </p>
    </section>
  )
}

function FundingCard({ lio, group, now, beside }: WithBeside) {
  if (beside.allBids + beside.seeks.length === 0) return null
  return (
    <section className="rail-card" aria-labelledby="rail-funding">
      <h2 id="rail-funding" className="rail-title">
        {say("Funding")}
      </h2>
      {beside.bids.length > 0 ? (
        <ul className="m-0 list-none p-0">
          {beside.bids.map((bid) => (
            <li key={bid.id} className="py-1">
              <a href={`/${lio}/funding/${bid.id}`}>{bid.title}</a>{" "}
              {bid.day ? <Day day={bid.day} now={now} /> : null}
              <span className="text-soft"> {bid.funder}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {beside.allBids > 0 ? (
        <p className="m-0">
          <a href={`/${lio}/funding?group=${group.id}`}>
            {sayCount(beside.allBids, { one: "{count} bid in all", other: "{count} bids in all" })}
          </a>
        </p>
      ) : null}
      {beside.seeks.map((search) => (
        <p key={search.id} className="m-0">
          {sayRich("Looks for: {what}", {
            what: <a href={`/${lio}/funding/searches/${search.id}`}>{search.what}</a>,
          })}
        </p>
      ))}
    </section>
  )
}

/** A register's label without what stands in brackets. */
const shortly = (label: string) => label.replace(/ \(.*\)$/, "")

function GlanceCard({ lio, group, beside, keeps }: WithBeside & { keeps: boolean }) {
  const at = `/${lio}/groups/${group.id}`
  const named = (list: string) =>
    beside.terms
      .filter((term) => term.list === list)
      .map(({ name }) => name)
      .join(", ")
  const rows = [
    ...beside.numbers.map(({ register, value }) => [
      shortly(REGISTERS[register]),
      numberInWords(register, value),
    ]),
    [say("Income"), group.incomeBand ? INCOME_BANDS[group.incomeBand] : null],
    [say("Volunteers"), group.volunteers],
    [say("Areas"), beside.areas.join(", ")],
    [say("Themes"), named("theme")],
    [say("Tags"), named("tag")],
    [say("Confirmed"), group.confirmedOn ? formatDate(group.confirmedOn) : null],
  ].filter(([, value]) => value !== null && value !== "")
  return (
    <section className="rail-card" aria-labelledby="rail-glance">
      <h2 id="rail-glance" className="rail-title">
        {say("At a glance")}
      </h2>
      <dl className="rail-facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {group.missing.length > 0 ? (
        <p className="m-0">
          {keeps ? (
            <a href={`${at}/details?fill=1#missing`}>
              {sayCount(group.missing.length, {
                one: "{count} fact missing: fill in",
                other: "{count} facts missing: fill in",
              })}
            </a>
          ) : (
            sayCount(group.missing.length, { one: "{count} fact missing", other: "{count} facts missing" })
          )}
        </p>
      ) : null}
    </section>
  )
}

function EndingCard({ lio, group, now, beside }: WithBeside) {
  if (beside.ending.length === 0) return null
  return (
    <section className="rail-card" aria-labelledby="rail-ending">
      <h2 id="rail-ending" className="rail-title">
        {say("Runs out")}
      </h2>
      <ul className="m-0 list-none p-0">
        {beside.ending.map((file) => (
          <li key={file.id} className="py-1">
            <a href={`/${lio}/groups/${group.id}/files`}>{file.name}</a>{" "}
            <Day day={file.runsUntil} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}
