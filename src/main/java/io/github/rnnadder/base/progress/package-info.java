/** Reports the progress of long work. Nothing here knows what the work is, or where a line goes. */
package io.github.rnnadder.base.progress;
