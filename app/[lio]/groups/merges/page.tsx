import { type PageProps, visit } from "@/app/_http/visit"
import { DataTable } from "@/app/_ui/data-table"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { mayMergeGroups } from "@/lib/duplicates/policy"
import { listMerges } from "@/lib/duplicates/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { Undo } from "../../_parts/undo"

/** Which groups were made one, by whom, and the way back. */
export default async function Merges(props: PageProps) {
  const [frame, { merges, keeps, now }] = await visit(props, async (ctx) => ({
    merges: await listMerges(ctx),
    keeps: mayMergeGroups(ctx.actor),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Merges")} at="groups">
      <BackLink href={`/${lio}/groups/duplicates`}>{say("Possible duplicates")}</BackLink>
      <h1>{say("Merges")}</h1>
      {merges.length === 0 ? (
        <EmptyState drawing="groups" title={say("No groups were merged yet")}>
          {say("When two groups are merged, it’s listed here, and you can undo it at any time.")}
        </EmptyState>
      ) : (
        <DataTable
          caption={say("Groups that were made one, newest first")}
          rows={merges}
          rowKey={(merge) => merge.id}
          columns={[
            {
              key: "kept",
              label: say("One group now"),
              main: true,
              cell: (merge) => <a href={`/${lio}/groups/${merge.keptId}`}>{merge.kept}</a>,
            },
            { key: "gone", label: say("Merged into it"), cell: (merge) => merge.gone },
            { key: "at", label: say("When"), cell: (merge) => <When at={merge.at} now={now} /> },
            { key: "by", label: say("By"), cell: (merge) => merge.by },
            {
              key: "undo",
              label: say("Undo"),
              cell: (merge) =>
                merge.undoneAt ? (
                  say("Undone by {undoneBy}", { undoneBy: merge.undoneBy ?? "" })
                ) : keeps ? (
                  <Undo
                    lio={lio}
                    undo={{ what: "merge", id: merge.id }}
                    label={say("Make {gone} a group of its own again", { gone: merge.gone })}
                    formId={merge.id}
                  />
                ) : (
                  ""
                ),
            },
          ]}
        />
      )}
    </Frame>
  )
}
