package io.glance.model.image;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A moment that goes between the services as milliseconds since 1970: text would cost a parser of
 * dates for each of the hundreds in a list.
 */
@JacksonAnnotationsInside
@JsonFormat(
    shape = JsonFormat.Shape.NUMBER,
    without = {
      JsonFormat.Feature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS,
      JsonFormat.Feature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS
    })
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface EpochMillis {}
