import Link from "next/link"
import { FrontFrame } from "./(front)/_parts/front-frame"

/** There is no such page, or not for whoever asks: the two look the same on purpose. */
export default function NotFoundPage() {
  return (
    <FrontFrame title="Page not found">
      <h1>We cannot find that page</h1>
      <p>It may have moved, or it may belong to an organisation that you are not part of.</p>
      <p>If you typed the address, check it. If you followed a link, the page may have been taken away.</p>
      <p>
        <Link href="/where" className="button">
          Go to your pages
        </Link>
      </p>
    </FrontFrame>
  )
}
