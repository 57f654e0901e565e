/** Reports the progress of long work. Nothing here knows what the work is, or where the lines are shown. */
package io.github.rnnadder.base.progress;
