import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import "./globals.css"
import { LOCALE } from "@/lib/words"

// Every answer carries its own nonce, so no page is drawn ahead of time.
export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" } },
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#1d6b43" },
    { media: "(prefers-color-scheme: dark)", color: "#141b17" },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={LOCALE}>
      <body>{children}</body>
    </html>
  )
}
