/**
 * Tests the business writes: {@code *.feature} files and tables of examples are run against a bundle, with nothing but
 * the engine and the bundle itself. Says which examples fail, which rows no example ever makes fire, and how many small
 * changes of cells the examples would notice.
 *
 * <p>Start at {@link org.lotse.rules.example.RunExamples}. Reading ({@link org.lotse.rules.example.ReadExamples}) makes
 * steps of what is written; a step can only name terms, actions and decisions of the bundle. Depends on the readers, the
 * checks, the compiled rules and the engine.
 */
@NullMarked
package org.lotse.rules.example;

import org.jspecify.annotations.NullMarked;
