import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink, Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { mayMergeGroups } from "@/lib/duplicates/policy"
import { listPairs, PAIRS_AT_ONCE } from "@/lib/duplicates/queries"
import { pageIn } from "@/lib/input"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { PairCard } from "./_parts/pair-card"

/** Groups that may stand twice, the surest first. */
export default async function Duplicates(props: PageProps) {
  const [frame, { pairs, total, apart, page, keeps, query }] = await visit(props, async (ctx, query) => {
    const apart = query.show === "apart"
    const page = pageIn(query.page)
    return {
      ...(await listPairs(ctx, { apart, page })),
      apart,
      page,
      query,
      keeps: mayMergeGroups(ctx.actor),
    }
  })
  const lio = frame.lio.slug
  const path = `/${lio}/groups/duplicates`
  return (
    <Frame {...frame} title={say("Possible duplicates")} at="groups">
      <BackLink href={`/${lio}/groups`}>{say("Groups")}</BackLink>
      <h1>{say("Possible duplicates")}</h1>
      <p>
        {say(
          "Trellis looks every night, and after each import, for groups that may be on your list twice. It never merges them by itself. You can undo a merge at any time, even after more work on the group.",
        )}
      </p>
      <Tabs
        label={say("Possible duplicates")}
        tabs={[
          { label: say("To decide"), href: path, current: !apart },
          { label: say("Said to be two"), href: `${path}?show=apart`, current: apart },
          { label: say("Merges"), href: `/${lio}/groups/merges`, current: false },
        ]}
      />
      {pairs.length > 0 ? (
        <>
          <ul className="list-none p-0">
            {pairs.map((pair) => (
              <PairCard key={`${pair.one.id} ${pair.other.id}`} lio={lio} pair={pair} keeps={keeps} />
            ))}
          </ul>
          <Pagination place={{ path, query }} page={page} perPage={PAIRS_AT_ONCE} total={total} />
        </>
      ) : (
        <EmptyState
          drawing="groups"
          title={
            apart
              ? say("Nobody has said of two groups that they are two")
              : say("No group seems to be listed twice")
          }
          action={<ButtonLink href={`/${lio}/groups`}>{say("All groups")}</ButtonLink>}
        >
          {apart
            ? say("When you say of a pair that they are two, it is kept here, and you can change your mind.")
            : say(
                "You can still merge any two groups: open one of them and choose “Merge with another group”.",
              )}
        </EmptyState>
      )}
    </Frame>
  )
}
