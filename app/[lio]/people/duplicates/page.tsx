import { type PageProps, visit } from "@/app/_http/visit"
import { DataTable } from "@/app/_ui/data-table"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import {
  listPeoplePairs,
  listPersonMerges,
  PEOPLE_PAIRS,
  type PeoplePair,
} from "@/lib/duplicates/people/queries"
import { pageIn } from "@/lib/input"
import { mayKeepPeople } from "@/lib/people/policy"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { keepPeopleApartForm, unmergePeopleForm } from "../actions"

/** People who may stand twice, and those who were merged, with the way back. */
export default async function PeopleTwice(props: PageProps) {
  const [frame, { pairs, total, merges, keeps, now, page, query }] = await visit(
    props,
    async (ctx, query) => {
      const page = pageIn(query.page)
      return {
        ...(await listPeoplePairs(ctx, page)),
        merges: await listPersonMerges(ctx),
        keeps: mayKeepPeople(ctx.actor),
        now: ctx.now,
        page,
        query,
      }
    },
  )
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("People who may be listed twice")} at="people">
      <BackLink href={`/${lio}/people`}>{say("People")}</BackLink>
      <h1>{say("People who may be listed twice")}</h1>
      {pairs.length === 0 ? (
        <EmptyState drawing="groups" title={say("Nobody seems to be listed twice")}>
          {say(
            "When two people have the same name or phone number, you’ll see them here and can merge them.",
          )}
        </EmptyState>
      ) : (
        <>
          <ul className="list-none p-0">
            {pairs.map((pair) => (
              <Pair key={`${pair.one.id} ${pair.other.id}`} {...{ pair, lio, keeps }} />
            ))}
          </ul>
          <Pagination
            place={{ path: `/${lio}/people/duplicates`, query }}
            page={page}
            perPage={PEOPLE_PAIRS}
            total={total}
          />
        </>
      )}
      {merges.length > 0 ? (
        <>
          <h2>{say("Merged")}</h2>
          <DataTable
            caption={say("People who were merged, newest first")}
            rows={merges}
            rowKey={(merge) => merge.id}
            columns={[
              {
                key: "kept",
                label: say("Person"),
                main: true,
                cell: (merge) => <a href={`/${lio}/people/${merge.keptId}`}>{merge.kept}</a>,
              },
              { key: "gone", label: say("Merged with"), cell: (merge) => merge.gone },
              { key: "at", label: say("When"), cell: (merge) => <When at={merge.at} now={now} /> },
              { key: "by", label: say("By"), cell: (merge) => merge.by },
              {
                key: "undo",
                label: say("Undo"),
                cell: (merge) =>
                  keeps ? (
                    <Form
                      action={unmergePeopleForm}
                      lio={lio}
                      submit={say("Undo this merge")}
                      kind="plain"
                      id={merge.id}
                    >
                      <input type="hidden" name="id" value={merge.id} />
                    </Form>
                  ) : (
                    ""
                  ),
              },
            ]}
          />
        </>
      ) : null}
    </Frame>
  )
}

function Pair({ pair, lio, keeps }: { pair: PeoplePair; lio: string; keeps: boolean }) {
  return (
    <li className="card mb-4 max-w-3xl">
      <p className="mb-2 text-soft">{say("Why: {because}", { because: pair.because })}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {[pair.one, pair.other].map((side) => (
          <div key={side.id} className="wrap-anywhere">
            <p className="mb-0 font-bold">
              <a href={`/${lio}/people/${side.id}`}>{side.name}</a>
            </p>
            {[side.email, side.phone, side.groups].filter(Boolean).map((value) => (
              <p key={value} className="mb-0">
                {value}
              </p>
            ))}
          </div>
        ))}
      </div>
      {keeps ? (
        <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
          <a href={`/${lio}/people/${pair.one.id}/merge?with=${pair.other.id}`}>{say("Compare and merge")}</a>
          <Form
            action={keepPeopleApartForm}
            lio={lio}
            submit={say("They’re two people")}
            kind="plain"
            id={`${pair.one.id}-${pair.other.id}`}
          >
            <input type="hidden" name="oneId" value={pair.one.id} />
            <input type="hidden" name="otherId" value={pair.other.id} />
          </Form>
        </div>
      ) : null}
    </li>
  )
}
