import Link from "next/link"

type Props = { lio: string; sessionId: string; needs: { id: string; title: string }[]; keeps: boolean }

/** The needs that were heard in a session, and the way to write one down. */
export function HeardHere({ lio, sessionId, needs, keeps }: Props) {
  if (needs.length === 0 && !keeps) return null
  return (
    <section aria-labelledby="needs-heard">
      <h2 id="needs-heard">Needs heard here</h2>
      {needs.length > 0 ? (
        <ul>
          {needs.map((need) => (
            <li key={need.id}>
              <Link href={`/${lio}/needs/${need.id}`}>{need.title}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {keeps ? (
        <p>
          <Link href={`/${lio}/needs/new?session=${sessionId}`}>Write down a need you heard</Link>
        </p>
      ) : null}
    </section>
  )
}
