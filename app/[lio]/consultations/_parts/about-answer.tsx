/** Which consultation an answer is to, and whose it is. */
export function AboutAnswer({ title, group }: { title: string; group: string }) {
  return (
    <p className="mb-6">
      {title}
      <br />
      For <strong>{group}</strong>
    </p>
  )
}
