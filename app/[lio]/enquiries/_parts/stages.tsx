import { DataTable } from "@/app/_ui/data-table"
import type { Stage } from "@/lib/enquiries/words"
import { say } from "@/lib/words"

type Props = { lio: string; stages: Stage[]; waiting: number; at: string | null }

/** How many enquiries stand where on their way; each stage opens its own. */
export function Stages({ lio, stages, waiting, at }: Props) {
  if (stages.length === 0) return null
  const here = `/${lio}/enquiries`
  const rows = [
    { key: "waiting", label: say("Waiting for an answer"), count: waiting, href: here },
    ...stages.map((stage) => ({
      ...stage,
      key: `stage ${stage.key}`,
      href: `${here}?${new URLSearchParams({ show: "on-the-way", stage: stage.key })}`,
    })),
  ]
  return (
    <details className="fold" open={at !== null}>
      <summary>{say("How many are at which step")}</summary>
      <DataTable
        plain
        caption={say("Enquiries by the step that comes next")}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "label",
            label: say("Next step"),
            main: true,
            cell: ({ key, label, href }) => (
              <a href={href} aria-current={key === `stage ${at}` ? "true" : undefined}>
                {label}
              </a>
            ),
          },
          { key: "count", label: say("Enquiries"), number: true, cell: ({ count }) => count },
        ]}
      />
      {at === null ? null : (
        <p>
          <a href={`${here}?show=on-the-way`}>{say("Show everybody who is on their way")}</a>
        </p>
      )}
    </details>
  )
}
