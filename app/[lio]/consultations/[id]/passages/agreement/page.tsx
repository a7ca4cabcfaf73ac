import { type PageProps, visit } from "@/app/_http/visit"
import { DataTable } from "@/app/_ui/data-table"
import { BackLink } from "@/app/_ui/links"
import { getAgreement } from "@/lib/consultations/codebook/queries"
import { kappaInWords } from "@/lib/consultations/codebook/words"
import { getProgress } from "@/lib/consultations/progress/queries"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { ConsultationFrame } from "../../../_parts/consultation-frame"
import { addressOf } from "../../../_parts/paths"

/** How far two people agreed when each coded the same passages alone. */
export default async function Agreement(props: PageProps) {
  const [frame, { of, pairs }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    of: await getProgress(ctx, id),
    pairs: await getAgreement(ctx, id),
  }))
  const at = addressOf(frame.lio.slug, of.consultation.id, "passages")
  return (
    <ConsultationFrame frame={frame} of={of} page="passages" title={say("Agreement between coders")}>
      <BackLink href={at}>{say("Reading")}</BackLink>
      <h2 className="mt-0">{say("Agreement between coders")}</h2>
      {pairs.length === 0 ? (
        <p className="max-w-2xl">
          {sayRich(
            "No passage has been coded by two people yet. A colleague can <link>code on their own</link>.",
            { link: (text) => <a href={`${at}/again`}>{text}</a> },
          )}
        </p>
      ) : (
        <p className="max-w-2xl">
          {say(
            "Cohen’s kappa measures how far two people agree beyond chance: 1 is complete agreement, and 0 is no better than chance.",
          )}
        </p>
      )}
      {pairs.map((pair) => (
        <section key={`${pair.first} ${pair.second}`} className="mb-10 max-w-3xl">
          <h3>{say("{first} and {second}", pair)}</h3>
          <p>
            {sayCount(pair.passages, {
              one: "Both coded {count} passage.",
              other: "Both coded {count} passages.",
            })}{" "}
            {say("Across all codes, kappa is {kappa}.", { kappa: kappaInWords(pair.kappa) })}
          </p>
          <DataTable
            plain
            caption={say("Passages by who used the code")}
            rows={pair.codes}
            rowKey={({ id }) => id}
            columns={[
              { key: "code", label: say("Code"), main: true, cell: ({ name }) => name },
              { key: "both", label: say("Both"), number: true, cell: ({ both }) => both },
              {
                key: "first",
                label: say("Only {name}", { name: pair.first }),
                number: true,
                cell: ({ first }) => first,
              },
              {
                key: "second",
                label: say("Only {name}", { name: pair.second }),
                number: true,
                cell: ({ second }) => second,
              },
              { key: "neither", label: say("Neither"), number: true, cell: ({ neither }) => neither },
              { key: "kappa", label: say("Kappa"), cell: ({ kappa }) => kappaInWords(kappa) },
            ]}
          />
        </section>
      ))}
    </ConsultationFrame>
  )
}
