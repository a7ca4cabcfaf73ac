"use client"

import { Trouble } from "./_ui/trouble"

/** Something broke on our side while a page was made. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <main className="page py-12">
      <Trouble reference={error.digest} retry={retry} />
    </main>
  )
}
