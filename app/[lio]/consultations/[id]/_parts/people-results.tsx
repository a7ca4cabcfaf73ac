import { BarChart } from "@/app/_ui/bar-chart"
import type { listPeopleWrote } from "@/lib/consultations/individuals/queries"
import { type People, peopleInWords } from "@/lib/consultations/individuals/words"
import { percent, say, sayCount } from "@/lib/words"

type Props = {
  people: People
  /** For staff: what they wrote. */
  wrote: Awaited<ReturnType<typeof listPeopleWrote>>
}

/** What people said for themselves, apart from all that groups said. */
export const PeopleResults = ({ people, wrote }: Props) => (
  <section aria-labelledby="people-said" className="mt-10">
    <h2 id="people-said">{say("What people said for themselves")}</h2>
    <p className="max-w-3xl">{peopleInWords(people)}</p>
    {people.questions.map(({ number, title, finding, answered, held, counts }) => (
      <div key={`${number} ${title}`} className="mb-6 max-w-3xl">
        <h3>
          {number}. {title}
        </h3>
        {held || answered === 0 || counts.length === 0 ? (
          <p>{finding}.</p>
        ) : (
          <BarChart
            finding={finding}
            about={sayCount(answered, { one: "{count} person answered.", other: "{count} people answered." })}
            most={answered}
            rows={counts.map(({ label, people: count }) => ({
              label,
              values: [count],
              note: `(${percent(count, answered)})`,
            }))}
          />
        )}
        {wrote
          .filter((one) => one.number === number)
          .map(({ texts }) => (
            <ul key="wrote">
              {[...Map.groupBy(texts, (text) => text)].map(([text, same]) => (
                <li key={text} className="whitespace-pre-line">
                  {text}
                  {same.length > 1 ? (
                    <span className="hint">
                      {" "}
                      {say("({count} people wrote this)", { count: same.length })}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          ))}
      </div>
    ))}
  </section>
)
