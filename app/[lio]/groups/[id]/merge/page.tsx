import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { Disclosure } from "@/app/_ui/disclosure"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SearchBox } from "@/app/_ui/search-box"
import { mayMergeGroups } from "@/lib/duplicates/policy"
import { readTwo, type Two } from "@/lib/duplicates/queries"
import { ensure } from "@/lib/errors"
import { getGroupHeader } from "@/lib/groups/queries"
import { factInWords, fieldLabel } from "@/lib/groups/words"
import { paidInWords, periodInWords } from "@/lib/membership-status/words"
import { findEverywhere } from "@/lib/search/queries"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { mergeGroupsForm } from "../../duplicates/actions"

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Makes one group of two: first which, then fact by fact whose word counts. */
export default async function MergeGroup(props: PageProps) {
  const [frame, { group, two, q, found }] = await visit(props, async (ctx, query, { id = "" }) => {
    ensure(mayMergeGroups(ctx.actor), say("Only staff who keep the list can merge groups."))
    const group = await getGroupHeader(ctx, id)
    const other = typeof query.with === "string" && UUID.test(query.with) ? query.with : null
    const q = typeof query.q === "string" ? query.q.trim() : ""
    const hits = !other && q ? await findEverywhere(ctx, q, { kinds: ["group"], most: 20 }) : []
    return {
      group,
      two: other && other !== id ? await readTwo(ctx, id, other) : null,
      q,
      found: hits.filter((hit) => hit.id !== id),
    }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/groups/${group.id}`
  return (
    <Frame {...frame} title={say("Merge {group}", { group: group.name })} at="groups">
      <BackLink href={at}>{group.name}</BackLink>
      {two ? (
        <Choose lio={lio} two={two} />
      ) : (
        <>
          <h1>{say("Merge {group} with another group", { group: group.name })}</h1>
          <p>{say("Which group is the same one? Look for it by its name.")}</p>
          <SearchBox action={`${at}/merge`} label={say("Name of the other group")} value={q} id="other" />
          {q ? (
            <ul className="mt-4" aria-label={say("Groups found")}>
              {found.map((hit) => (
                <li key={hit.id} className="py-2">
                  <a href={`${at}/merge?with=${hit.id}`}>{hit.title}</a>
                  {hit.hint ? <span className="text-soft"> {hit.hint}</span> : null}
                </li>
              ))}
            </ul>
          ) : null}
          {q && found.length === 0 ? (
            <p role="status">{say("No other group is called anything like “{q}”.", { q })}</p>
          ) : null}
        </>
      )}
    </Frame>
  )
}

const DATES = new Set(["sizesAsAt", "registeredOn", "joinedOn"])

/** What hangs on a group, in words. */
const HANGING: Record<string, (count: number) => string> = {
  roles: (count) => sayCount(count, { one: "{count} person", other: "{count} people" }),
  session_groups: (count) => sayCount(count, { one: "{count} session", other: "{count} sessions" }),
  tasks: (count) => sayCount(count, { one: "{count} task", other: "{count} tasks" }),
  network_groups: (count) => sayCount(count, { one: "{count} network", other: "{count} networks" }),
  responses: (count) => sayCount(count, { one: "{count} answer", other: "{count} answers" }),
  memberships: (count) => sayCount(count, { one: "{count} membership", other: "{count} memberships" }),
  group_identifiers: (count) =>
    sayCount(count, { one: "{count} number on a register", other: "{count} numbers on registers" }),
}

function hangingInWords(hanging: Record<string, number>) {
  const counts = Object.entries(HANGING).flatMap(([table, inWords]) =>
    hanging[table] ? [inWords(hanging[table])] : [],
  )
  return counts.length > 0 ? counts.join(", ") : say("nothing else")
}

function Choose({ lio, two }: { lio: string; two: Two }) {
  const { kept, gone, differences, labels, names } = two
  const shown = (fact: string, value: unknown) => {
    const hanging =
      fact === "mainContactId"
        ? names[String(value)]
        : DATES.has(fact) && value
          ? formatDate(String(value))
          : factInWords(fact, value)
    return hanging ?? <span className="text-soft">{say("Not known")}</span>
  }
  const alike = kept.group.name === gone.group.name
  const silent = (value: unknown) => value === null || value === undefined || value === ""
  const told = differences.filter((one) => !silent(one.kept) && !silent(one.gone))
  const filled = differences.filter((one) => silent(one.kept) || silent(one.gone))
  const choices = (list: typeof differences) => (
    <div className="grid max-w-5xl gap-x-8 md:grid-cols-2">
      {list.map(({ fact, kept: ours, gone: theirs }) => (
        <Radios
          key={fact}
          name={`take.${fact}`}
          legend={labels[fact] ?? fieldLabel(fact)}
          options={[
            { value: "kept", label: shown(fact, ours) },
            { value: "gone", label: shown(fact, theirs) },
          ]}
        />
      ))}
    </div>
  )
  const holder = ({ groupId }: { groupId: string }) =>
    groupId === kept.group.id ? kept.group.name : gone.group.name
  const swap = `/${lio}/groups/${gone.group.id}/merge?with=${kept.group.id}`
  return (
    <>
      <h1>{say("Make these two groups one?")}</h1>
      <p>
        {sayRich("{group} stays: it has {hanging}. {gone} goes up in it, with {goneHanging}.", {
          group: <strong>{kept.group.name}</strong>,
          hanging: hangingInWords(kept.hanging),
          gone: <strong>{gone.group.name}</strong>,
          goneHanging: hangingInWords(gone.hanging),
        })}{" "}
        <a href={swap}>
          {alike
            ? say("Let the other one stay instead")
            : say("Let {group} stay instead", { group: gone.group.name })}
        </a>
      </p>
      <p>
        {say("Everything that hangs on either will hang on the one that stays. You can undo it at any time.")}
      </p>
      <Form
        action={mergeGroupsForm}
        lio={lio}
        submit={say("Make them one")}
        secondary={<a href={`/${lio}/groups/duplicates`}>{say("Cancel")}</a>}
        values={{
          keptVersion: String(kept.group.version),
          goneVersion: String(gone.group.version),
          ...Object.fromEntries(differences.map(({ fact, usual }) => [`take.${fact}`, usual])),
        }}
      >
        <input type="hidden" name="keptId" value={kept.group.id} />
        <input type="hidden" name="goneId" value={gone.group.id} />
        <input type="hidden" name="keptVersion" value={kept.group.version} />
        <input type="hidden" name="goneVersion" value={gone.group.version} />
        {two.overlaps.length > 0 ? (
          <>
            <h2>{say("Both are members at the same time")}</h2>
            <ul>
              {two.overlaps.map(({ counts, ends }) => (
                <li key={ends.id}>
                  <strong>{say("Counts:")}</strong> {holder(counts)}, {periodInWords(counts)},{" "}
                  {paidInWords(counts)}. <strong>{say("Won’t count:")}</strong> {holder(ends)},{" "}
                  {periodInWords(ends)}, {paidInWords(ends)}.
                </li>
              ))}
            </ul>
            <p>
              {say(
                "The one that doesn’t count stays in the history, marked as ended because of the merge. Undoing the merge brings it back.",
              )}
            </p>
          </>
        ) : null}
        {told.length > 0 ? (
          <>
            <h2>{say("Where they differ")}</h2>
            {choices(told)}
          </>
        ) : (
          <p>{say("There are no differences between them.")}</p>
        )}
        {filled.length > 0 ? (
          <Disclosure
            summary={sayCount(filled.length, {
              one: "{count} fact that only one of them knows",
              other: "{count} facts that only one of them knows",
            })}
          >
            <p>{say("Trellis keeps what is known. You can choose otherwise.")}</p>
            {choices(filled)}
          </Disclosure>
        ) : null}
      </Form>
    </>
  )
}
