# The image of every influx process. It holds what `./influx build` made: run that first.
FROM eclipse-temurin:17-jre

RUN groupadd --system --gid 10001 influx \
 && useradd --system --uid 10001 --gid influx --home-dir /var/lib/influx --create-home influx \
 && mkdir -p /var/lib/influx/data \
 && chown influx:influx /var/lib/influx/data

COPY app/target/image /opt/influx

# One short run of everything; its classes, as they were in memory, let every later process start sooner.
RUN java -XX:+UseParallelGC -XX:ArchiveClassesAtExit=/opt/influx/classes.jsa -Xlog:disable \
      -cp "/opt/influx/influx.jar:/opt/influx/lib/*" dev.influx.app.Main \
      up --until-idle --authors 50 --data /tmp/once \
 && rm -rf /tmp/once

USER influx
WORKDIR /var/lib/influx
VOLUME /var/lib/influx/data

ENTRYPOINT ["java", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=70", "-XX:+CrashOnOutOfMemoryError", \
  "-XX:SharedArchiveFile=/opt/influx/classes.jsa", \
  "-cp", "/opt/influx/influx.jar:/opt/influx/lib/*", "dev.influx.app.Main"]
CMD ["--help"]
