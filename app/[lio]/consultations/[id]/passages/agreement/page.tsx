import { type PageProps, visit } from "@/app/_http/visit"
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
    <ConsultationFrame frame={frame} of={of} page="passages" title={say("Agreement of two coders")}>
      <BackLink href={at}>{say("Reading")}</BackLink>
      <h2 className="mt-0">{say("Agreement of two coders")}</h2>
      {pairs.length === 0 ? (
        <p className="max-w-2xl">
          {sayRich(
            "Nobody has coded a passage that somebody else coded, too. A colleague can <link>code by themselves</link>.",
            { link: (text) => <a href={`${at}/again`}>{text}</a> },
          )}
        </p>
      ) : (
        <p className="max-w-2xl">
          {say(
            "Cohen’s kappa says how far two people agree beyond chance: 1 is complete agreement, 0 is what chance would give.",
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
            {say("Over all codes, kappa is {kappa}.", { kappa: kappaInWords(pair.kappa) })}
          </p>
          <div className="overflow-x-auto">
            <table className="table">
              <caption>{say("Passages by who used the code")}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("Code")}</th>
                  <th scope="col" className="number">
                    {say("Both")}
                  </th>
                  <th scope="col" className="number">
                    {say("Only {name}", { name: pair.first })}
                  </th>
                  <th scope="col" className="number">
                    {say("Only {name}", { name: pair.second })}
                  </th>
                  <th scope="col" className="number">
                    {say("Neither")}
                  </th>
                  <th scope="col">{say("Kappa")}</th>
                </tr>
              </thead>
              <tbody>
                {pair.codes.map((code) => (
                  <tr key={code.id}>
                    <th scope="row">{code.name}</th>
                    <td className="number">{code.both}</td>
                    <td className="number">{code.first}</td>
                    <td className="number">{code.second}</td>
                    <td className="number">{code.neither}</td>
                    <td>{kappaInWords(code.kappa)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </ConsultationFrame>
  )
}
