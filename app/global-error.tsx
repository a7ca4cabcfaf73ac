"use client"

import { Trouble } from "./_ui/trouble"
import "./globals.css"
import { LOCALE } from "@/lib/words"

/** Something broke before even the frame could be drawn. */
export default function GlobalErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <html lang={LOCALE}>
      <body>
        <main className="page py-12">
          <Trouble reference={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  )
}
