import { inWords, sayCount } from "@/lib/words"

type Group = { id: string; name: string; readers: string[] }

/** Who gets an email, by group; and the groups at which nobody can be emailed. */
export function Readers({ lio, groups }: { lio: string; groups: Group[] }) {
  const reached = groups.filter(({ readers }) => readers.length > 0)
  const others = groups.filter(({ readers }) => readers.length === 0)
  return (
    <>
      {others.length > 0 ? (
        <div className="card">
          <p>
            {sayCount(others.length, {
              one: "We can’t email anybody at {count} group, so it won’t get this. Ring them, or add an email address:",
              other:
                "We can’t email anybody at {count} groups, so they won’t get this. Ring them, or add an email address:",
            })}
          </p>
          <ul className="mb-0 max-h-48 overflow-y-auto">
            {others.map(({ id, name }) => (
              <li key={id}>
                <a href={`/${lio}/groups/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {reached.length > 0 ? (
        <ul className="max-h-96 max-w-2xl overflow-y-auto">
          {reached.map(({ id, name, readers }) => (
            <li key={id}>
              <a href={`/${lio}/groups/${id}`}>{name}</a>: {inWords(readers)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
